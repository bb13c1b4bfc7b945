import { test } from 'uvu'
import * as assert from 'uvu/assert'
import type { SmsSender } from '../../edge/actions/deliver-sms.ts'
import { type Gateways, startPulse } from '../../edge/pulse.ts'
import { withEdge } from '../support/house.ts'
import { invited, opened, ringsFor } from '../support/scenes.ts'

const gateways = (sms: SmsSender): Gateways => ({
  sms,
  push: { send: async () => ({ outcome: 'accepted' }) },
})

async function until(what: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await what())) await new Promise((look) => setTimeout(look, 5))
}

test('the clock runs by itself: a ring that nobody hears moves on', () =>
  withEdge(async (house) => {
    const ayse = await house.operator('Ayse')
    await house.operator('Bora')
    const scene = await opened(house, ayse)
    const end = startPulse(house.edge, gateways({ send: async () => ({ outcome: 'shown' }) }), 10)
    house.pass(30_000)
    await until(async () => (await ringsFor(house, scene.id)) === 'Bora')
    await end()
  }))

test('the courier goes out with the commit, and does not wait for its hour', () =>
  withEdge(
    async (house) => {
      const ayse = await house.operator('Ayse')
      const sent: string[] = []
      const send: SmsSender['send'] = async ({ to }) => {
        sent.push(to)
        return { outcome: 'accepted', sid: to }
      }
      const end = startPulse(house.edge, gateways({ send }), 3_600_000)
      for (const orders of [1, 2, 3]) {
        await invited(ayse)
        await until(() => sent.length === orders)
      }
      await end()
    },
    { smsKind: 'twilio' },
  ))

test('a round that fails is told to the log, and the next one tries again', () =>
  withEdge(
    async (house) => {
      const ayse = await house.operator('Ayse')
      let tries = 0
      const send: SmsSender['send'] = async () => {
        tries += 1
        if (tries === 1) throw new Error('the gateway broke')
        return { outcome: 'accepted', sid: 'SM1' }
      }
      const end = startPulse(house.edge, gateways({ send }), 10)
      await invited(ayse)
      await until(() => house.logs.length > 0)
      await invited(ayse)
      await until(() => tries === 2)
      await end()
      assert.equal([house.logs.length, house.logs[0]?.what], [1, 'pulse'])
      assert.match(String(house.logs[0]?.cause), /the gateway broke/)
      house.logs.length = 0
    },
    { smsKind: 'twilio' },
  ))

test('its end waits for the round under way, and none begins after it', () =>
  withEdge(
    async (house) => {
      const ayse = await house.operator('Ayse')
      await invited(ayse)
      let answer = () => {}
      let sends = 0
      const send: SmsSender['send'] = () => {
        sends += 1
        return new Promise((resolve) => {
          answer = () => resolve({ outcome: 'accepted', sid: 'SM1' })
        })
      }
      const pulse = startPulse(house.edge, gateways({ send }), 10)
      await until(() => sends === 1)
      let over = false
      const ended = pulse().then(() => {
        over = true
      })
      await new Promise(setImmediate)
      assert.is(over, false)
      answer()
      await ended
      assert.equal(await house.rows('SELECT state FROM sms'), [{ state: 'sent' }])
      await invited(ayse)
      assert.is(sends, 1)
    },
    { smsKind: 'twilio' },
  ))

test.run()
