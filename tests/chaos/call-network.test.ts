// time-out: 180 s
// Calls through closed networks, with the relay as it is shipped: real packets in the network lab.
import type { Page } from 'playwright-core'
import * as assert from 'uvu/assert'
import { inLab } from '../support/lab/lab-house.ts'
import { labTest } from '../support/lab/lab-test.ts'
import { hearsAndSees, type Way, wayOf } from '../support/media-probe.ts'
import type { Talker } from '../support/talker.ts'
import { untilTrue } from '../support/until.ts'
import { walkIn } from '../support/walk.ts'

const test = await labTest({ turnserver: 'coturn' })

test(
  'a call takes the relay where the two cannot reach each other, and goes on over TCP and TLS as the networks close',
  walkIn(inLab(), async (people, { lab, relay, meet }) => {
    await lab.blockDirect()
    const talkers = await meet(people)
    await talk(talkers, ({ local, remote }) => local === 'relay' || remote === 'relay')

    await Promise.all([lab.blockUdp('customer'), lab.blockUdp('operator')])
    await talk(talkers, isRelayedBy('tcp'))

    await Promise.all([lab.blockAllButHttps('customer'), lab.blockAllButHttps('operator')])
    await talk(talkers, isRelayedBy('tls'))

    await relay.stop()
    await Promise.all(talkers.map((talker) => talker.lineIs('reconnecting')))
    await relay.start()
    await talk(talkers, isRelayedBy('tls'))
    for (const { page } of talkers) assert.is(await page.evaluate('mediaProbe.dialled()'), 1)

    // A call that begins in such a network.
    await talkers[1].page.reload()
    await talk(talkers, isRelayedBy('tls'))
  }),
)

test(
  'where addresses must be hidden both sides use the relay alone, and no address of theirs is told',
  walkIn(inLab({ ICE_POLICY: 'relay' }), async (people, { lab, meet }) => {
    const talkers = await meet(people)
    await talk(talkers, isRelayedBy('udp'))
    const addresses = [lab.addressOf('customer'), lab.addressOf('operator')]
    await lab.cut('customer', 'silent')
    await lab.changeAddress('customer')
    await Promise.all(talkers.map((talker) => talker.lineIs('reconnecting')))
    await lab.mend('customer')
    await talk(talkers, isRelayedBy('udp'))
    addresses.push(lab.addressOf('customer'))
    for (const { page } of talkers) {
      const told = await toldTo(page)
      assert.match(told, 'typ relay')
      assert.not.match(told, /typ (host|srflx|prflx)/)
      for (const address of addresses) assert.not.match(told, address)
    }
  }),
)

test.run()

const isRelayedBy = (kind: Way['by']) => (way: Way) => way.local === 'relay' && way.by === kind

const toldTo = (page: Page) => page.evaluate('mediaProbe.told()') as Promise<string>

async function talk(talkers: readonly Talker[], takes: (way: Way) => boolean): Promise<void> {
  for (const { page } of talkers) {
    let way: Way | null = null
    await untilTrue('the way is the one that is left', async () => {
      way = await wayOf(page)
      return way !== null && takes(way)
    }).catch((error) => assert.unreachable(`${error.message}: ${JSON.stringify(way)}`))
  }
  await Promise.all(talkers.map((talker) => talker.lineIs('connected')))
  await Promise.all(talkers.map(({ page }) => hearsAndSees(page)))
}
