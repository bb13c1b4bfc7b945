import { chmod, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { type BrowserKind, chromiumPath, launch } from '../browsers.ts'
import type { Certificate } from './certificate.ts'

interface Launching {
  namespace: string
  folder: string
  certificate: Certificate
  kind: BrowserKind
  args: readonly string[]
}

/** A Chromium that lives in a namespace; it is driven through a pipe, which knows no networks. */
export async function launchIn({ namespace, folder, certificate, kind, args }: Launching): Promise<Browser> {
  const executablePath = join(folder, `chromium-in-${namespace}`)
  await writeFile(executablePath, `#!/bin/sh\nexec ip netns exec ${namespace} ${chromiumPath()} "$@"\n`)
  await chmod(executablePath, 0o700)
  const believes = `--ignore-certificate-errors-spki-list=${certificate.fingerprint}`
  return launch(kind, { executablePath, args: [believes, ...args] })
}
