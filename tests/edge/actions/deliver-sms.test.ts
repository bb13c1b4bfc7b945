import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { deliverSms, type SmsResult, type SmsSender } from '../../../edge/actions/deliver-sms.ts'
import { recordSmsStatus } from '../../../edge/actions/record-sms-status.ts'
import type { SmsState } from '../../../edge/domain/sms.ts'
import { strangerContext } from '../../../edge/routes/edge.ts'
import { type TestEdge, withEdge } from '../../support/house.ts'
import { done, invited, nextPhone, opened, stateOf } from '../../support/scenes.ts'

type Sent = Parameters<SmsSender['send']>[0]

/** Gives the scripted answers in turn, the last one for ever, and keeps what was sent. */
function scripted(...script: SmsResult[]) {
  const sent: Sent[] = []
  const send = async (sms: Sent): Promise<SmsResult> => {
    sent.push(sms)
    return script[Math.min(sent.length, script.length) - 1] ?? { outcome: 'unknown' }
  }
  return { sent, send }
}

const accepted = (sid = 'SM1'): SmsResult => ({ outcome: 'accepted', sid })
const refused = (code: number): SmsResult => ({ outcome: 'refused', code, reason: 'rejected' })
const retry = (afterSeconds: number | null = null): SmsResult => ({ outcome: 'retry', afterSeconds })
const unknown: SmsResult = { outcome: 'unknown' }

const round = (house: TestEdge, sender: SmsSender) =>
  deliverSms(strangerContext(house.edge, { kind: 'edge' }), sender)
const report = (
  house: TestEdge,
  smsId: string | null,
  state: SmsState,
  sid: string | null = 'SM1',
  code: number | null = null,
) => recordSmsStatus(strangerContext(house.edge, { kind: 'twilio' }), smsId, { state, sid, code })
const smsOf = async (house: TestEdge) => {
  const [row] = await house.rows(
    'SELECT id, state, sid, error_code, attempts FROM sms ORDER BY rowid DESC LIMIT 1',
  )
  return {
    id: String(row?.id),
    state: row?.state,
    sid: row?.sid,
    code: row?.error_code,
    attempts: row?.attempts,
  }
}
const withTwilio = (work: (house: TestEdge) => Promise<void>) => withEdge(work, { smsKind: 'twilio' })

test('the request only orders; the courier sends the words and the link that the operator was shown', () =>
  withTwilio(async (house) => {
    const ayse = await house.operator('Ayse')
    const phone = nextPhone()
    const scene = await invited(ayse, { phone, message: 'Merhaba' })
    assert.equal([(await smsOf(house)).state, (await smsOf(house)).attempts], ['queued', 0])
    const sender = scripted(accepted())
    await round(house, sender)
    const { id, ...sms } = await smsOf(house)
    assert.equal(sender.sent, [{ to: phone, text: `Merhaba ${scene.link}`, smsId: id }])
    assert.equal(sms, { state: 'sent', sid: 'SM1', code: null, attempts: 1 })
    const event = (await house.events(scene.id)).at(-1)
    assert.equal(
      [event?.type, event?.actor.kind, event?.data],
      ['sms.progressed', 'edge', { smsId: id, state: 'sent' }],
    )
    await round(house, sender)
    assert.is(sender.sent.length, 1)
  }))

test('the row says "sending" while the request is out', () =>
  withTwilio(async (house) => {
    await invited(await house.operator('Ayse'))
    await round(house, {
      send: async () => {
        assert.is((await smsOf(house)).state, 'sending')
        return accepted()
      },
    })
  }))

test('two couriers over one database send each message once', () =>
  withTwilio(async (house) => {
    const ayse = await house.operator('Ayse')
    for (let at = 0; at < 10; at++) await invited(ayse)
    let sid = 0
    const sent: string[] = []
    const sender: SmsSender = {
      send: async ({ smsId }) => {
        sent.push(smsId)
        return accepted(`SM${sid++}`)
      },
    }
    await Promise.all([round(house, sender), round(house, sender), round(house, sender)])
    assert.equal([sent.length, new Set(sent).size], [10, 10])
  }))

test('Twilio’s reports only move it forward, whatever their order', () =>
  withTwilio(async (house) => {
    const scene = await invited(await house.operator('Ayse'))
    await round(house, scripted(accepted()))
    const { id } = await smsOf(house)
    for (const state of ['delivered', 'sent', 'queued', 'delivered', 'undelivered', 'sending'] as const)
      await report(house, id, state)
    assert.is((await smsOf(house)).state, 'delivered')
    assert.is((await house.types(scene.id)).filter((type) => type.startsWith('sms.')).length, 2)
    assert.is(await stateOf(house, scene.id), 'invited')
  }))

test('a report that is faster than the answer is kept', () =>
  withTwilio(async (house) => {
    await invited(await house.operator('Ayse'))
    await round(house, {
      send: async ({ smsId }) => {
        await report(house, smsId, 'delivered', 'SM9')
        return accepted('SM9')
      },
    })
    assert.equal([(await smsOf(house)).state, (await smsOf(house)).sid], ['delivered', 'SM9'])
  }))

test('a report about a message of somebody else changes nothing', () =>
  withTwilio(async (house) => {
    await invited(await house.operator('Ayse'))
    await round(house, scripted(accepted('SM1')))
    const { id } = await smsOf(house)
    const before = await house.dump()
    await report(house, null, 'failed', 'SM-other')
    await report(house, crypto.randomUUID(), 'failed', 'SM-other')
    await report(house, id, 'failed', 'SM-other')
    assert.is(await house.dump(), before)
  }))

test('refused for good: the customer cannot be reached, and it is not sent again', () =>
  withTwilio(async (house) => {
    const scene = await invited(await house.operator('Ayse'))
    const sender = scripted(refused(21211))
    await round(house, sender)
    const { id, ...sms } = await smsOf(house)
    assert.equal(sms, { state: 'failed', sid: null, code: 21211, attempts: 1 })
    assert.is(await stateOf(house, scene.id), 'unreachable')
    const event = (await house.events(scene.id)).at(-1)
    assert.equal([event?.type, event?.data], ['sms.failed', { smsId: id, state: 'failed', code: 21211 }])
    house.pass(3_600_000)
    await round(house, sender)
    assert.is(sender.sent.length, 1)
    // The link was copied, though: whoever comes is welcome.
    done(await house.stranger().post('/api/visits', { token: scene.token }))
  }))

test('an SMS that fails when the customer is there already says so, and changes nothing else', () =>
  withTwilio(async (house) => {
    const scene = await opened(house, await house.operator('Ayse'))
    await round(house, scripted(refused(30006)))
    assert.equal(
      [await stateOf(house, scene.id), (await house.types(scene.id)).at(-1)],
      ['offered', 'sms.failed'],
    )
  }))

test('a first SMS that fails after a second was sent makes nobody unreachable', () =>
  withTwilio(async (house) => {
    const ayse = await house.operator('Ayse')
    const scene = await invited(ayse)
    await round(house, scripted(accepted('SM1')))
    const { id } = await smsOf(house)
    done(await ayse.post(`/api/conversations/${scene.id}/resend`))
    await round(house, scripted(accepted('SM2')))
    await report(house, id, 'undelivered', 'SM1', 30003)
    assert.is(await stateOf(house, scene.id), 'invited')
    await report(house, null, 'undelivered', 'SM2', 30003)
    assert.is(await stateOf(house, scene.id), 'unreachable')
  }))

test('opted out by Twilio’s answer: remembered, and the next invite is refused', () =>
  withTwilio(async (house) => {
    const ayse = await house.operator('Ayse')
    const phone = nextPhone()
    await invited(ayse, { phone })
    await round(house, scripted({ outcome: 'refused', code: 21610, reason: 'opted-out' }))
    assert.equal(await house.rows('SELECT phone FROM opt_outs'), [{ phone }])
    assert.is((await ayse.post('/api/invites', { phone, assignment: 'direct' })).code, 'wrong-state')
  }))

test('opted out by a report alone: remembered as well', () =>
  withTwilio(async (house) => {
    const phone = nextPhone()
    const scene = await invited(await house.operator('Ayse'), { phone })
    await round(house, scripted(accepted()))
    await report(house, null, 'failed', 'SM1', 21610)
    assert.equal(await house.rows('SELECT phone FROM opt_outs'), [{ phone }])
    assert.is(await stateOf(house, scene.id), 'unreachable')
  }))

test('who opts out while a message waits is not sent it', () =>
  withTwilio(async (house) => {
    const phone = nextPhone()
    const scene = await invited(await house.operator('Ayse'), { phone })
    await house.change('INSERT INTO opt_outs VALUES (?, 1)', [phone])
    const sender = scripted(accepted())
    await round(house, sender)
    assert.equal(sender.sent, [])
    assert.equal([(await smsOf(house)).state, (await smsOf(house)).attempts], ['suppressed', 0])
    assert.is(await stateOf(house, scene.id), 'unreachable')
  }))

test('a link that was withdrawn while its message waited is not sent, and nobody has opted out by it', () =>
  withTwilio(async (house) => {
    const ayse = await house.operator('Ayse')
    const scene = await invited(ayse)
    done(await ayse.post(`/api/conversations/${scene.id}/revoke`))
    const sender = scripted(accepted())
    await round(house, sender)
    assert.equal([sender.sent.length, (await smsOf(house)).state], [0, 'failed'])
    assert.equal(await house.rows('SELECT * FROM opt_outs'), [])
    assert.is(await stateOf(house, scene.id), 'expired')
  }))

test('with another secret the old links are not sent dead, and nobody has opted out by it', () =>
  withTwilio(async (house) => {
    await invited(await house.operator('Ayse'))
    const sender = scripted(accepted())
    const other = { ...house.edge, secret: 'another secret, of at least 32 characters' }
    await deliverSms(strangerContext(other, { kind: 'edge' }), sender)
    assert.equal([sender.sent.length, (await smsOf(house)).state], [0, 'failed'])
    assert.equal(await house.rows('SELECT * FROM opt_outs'), [])
  }))

test('busy Twilio: tried again, later each time, and given up after five', () =>
  withTwilio(async (house) => {
    const scene = await invited(await house.operator('Ayse'))
    const sender = scripted(retry())
    for (const [attempt, seconds] of [2, 4, 8, 16].entries()) {
      await round(house, sender)
      assert.equal([(await smsOf(house)).state, sender.sent.length], ['queued', attempt + 1])
      house.pass(seconds * 1000 - 1)
      await round(house, sender)
      assert.is(sender.sent.length, attempt + 1)
      house.pass(1)
    }
    await round(house, sender)
    assert.equal([(await smsOf(house)).state, sender.sent.length], ['failed', 5])
    assert.is(await stateOf(house, scene.id), 'unreachable')
  }))

test('Twilio’s own word on when to come back is kept', () =>
  withTwilio(async (house) => {
    await invited(await house.operator('Ayse'))
    const sender = scripted(retry(90), accepted())
    await round(house, sender)
    house.pass(89_999)
    await round(house, sender)
    assert.is(sender.sent.length, 1)
    house.pass(1)
    await round(house, sender)
    assert.is((await smsOf(house)).state, 'sent')
  }))

test('no answer: it may have been sent, so it is never sent again; a report decides', () =>
  withTwilio(async (house) => {
    const scene = await invited(await house.operator('Ayse'))
    const sender = scripted(unknown)
    await round(house, sender)
    assert.is((await smsOf(house)).state, 'unknown')
    for (let at = 0; at < 5; at++) {
      house.pass(3_600_000)
      await round(house, sender)
    }
    assert.is(sender.sent.length, 1)
    assert.is(await stateOf(house, scene.id), 'invited')
    const { id } = await smsOf(house)
    await report(house, id, 'queued', 'SM7')
    assert.is((await smsOf(house)).state, 'unknown')
    await report(house, id, 'delivered', 'SM7')
    assert.equal([(await smsOf(house)).state, (await smsOf(house)).sid], ['delivered', 'SM7'])
  }))

test('a process that died between the claim and the answer: unknown after a minute, not sent again', () =>
  withTwilio(async (house) => {
    await invited(await house.operator('Ayse'))
    // The dead process: its request never comes back.
    await new Promise<void>((asked) => {
      const send = () => new Promise<SmsResult>(() => asked())
      void round(house, { send })
    })
    const sender = scripted(accepted())
    house.pass(60_000)
    await round(house, sender)
    assert.is((await smsOf(house)).state, 'sending')
    house.pass(1)
    await round(house, sender)
    assert.equal([(await smsOf(house)).state, sender.sent.length], ['unknown', 0])
  }))

test('a message that was queued for a sender who is no longer configured has failed, not vanished', () =>
  withTwilio(async (house) => {
    const scene = await invited(await house.operator('Ayse'))
    await round(house, scripted({ outcome: 'shown' }))
    assert.equal([(await smsOf(house)).state, await stateOf(house, scene.id)], ['failed', 'unreachable'])
  }))

test.run()
