const scripts = new URL('../../../scripts/', import.meta.url)

export interface Build {
  name: string
  command: string[]
  inputs: string[]
  output: string
}

export const { serveOptions, shippedWorker, workerBuild, workerd } = (await import(
  new URL('workerd.mjs', scripts).href
)) as {
  serveOptions: (environment: Record<string, string | undefined>) => string[]
  shippedWorker: Build
  workerBuild: (entry: string, output: string) => Build
  workerd: () => string | undefined
}

const { runBuild, staleBuilds } = (await import(new URL('builds.mjs', scripts).href)) as {
  runBuild: (build: Build) => Promise<{ ok: boolean; output: string }>
  staleBuilds: (builds: readonly Build[]) => Promise<Build[]>
}

/** Where its inputs changed. */
export async function buildWorker(build: Build): Promise<void> {
  if ((await staleBuilds([build])).length === 0) return
  const { ok, output } = await runBuild(build)
  if (!ok) throw new Error(output)
}

export function workerdPath(): string {
  const program = workerd()
  if (program === undefined) throw new Error('There is no workerd for this system on npm')
  return program
}
