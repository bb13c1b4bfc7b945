import { program } from './debian.mjs'
import { networkTools } from './network-tools.mjs'

/** What tests need of this machine, beside Chromium. Where one is missing they are skipped, and say so. */
export async function testTools() {
  await networkTools()
  await program(['nats-server'], ['nats-server'], 'NATS for the tests of several instances')
  await program(['faketime'], ['faketime'], 'libfaketime for tests of a wrong clock')
  await program(['caddy'], ['caddy'], 'Caddy for the tests of the deployment')
}
