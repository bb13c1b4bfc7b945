import { program } from './debian.mjs'

const tools = [
  { name: 'ip', packages: ['iproute2'] },
  { name: 'gcc', packages: ['gcc', 'libc6-dev'] },
  { name: 'openssl', packages: ['openssl'] },
  { name: 'turnserver', packages: ['coturn'] },
]

/** What the network lab and the tests of the relay are made of. Where one is missing they are skipped, and say so. */
export async function networkTools() {
  // Namespaces take root in any case.
  if (process.getuid?.() !== 0) return
  for (const { name, packages } of tools) {
    await program([name], packages, `${name} for tests of the network`)
  }
}
