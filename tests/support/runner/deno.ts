const scripts = new URL('../../../scripts/deno.mjs', import.meta.url).href

export const { deno, denoOptions, edgeOptions } = (await import(scripts)) as {
  deno: () => string | undefined
  denoOptions: string[]
  edgeOptions: (environment: Record<string, string | undefined>) => string[]
}
