import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { defaultInviteMessages } from '../../../edge/domain/invite.ts'
import type { ErrorAnswer, InviteAnswer } from '../../../edge/domain/wire.ts'
import type { Operator } from '../../support/house.ts'
import { withEdge } from '../../support/house.ts'
import { done, nextPhone, stateOf } from '../../support/scenes.ts'

const invite = (operator: Operator, facts: object = {}, key = crypto.randomUUID()) =>
  operator.post<InviteAnswer>('/api/invites', { phone: nextPhone(), assignment: 'normal', ...facts }, { key })

test('an invite is a customer, a conversation, a link, an SMS and one event', () =>
  withEdge(async (house) => {
    const ayse = await house.operator('Ayse')
    const bora = await house.operator('Bora')
    const departmentId = await house.department('Cards', [bora])
    const facts = {
      phone: '0532 999 88 77',
      customerName: ' Deniz ',
      message: 'Kartınız için',
      departmentId,
      operatorId: bora.id,
      language: 'tr',
      lifetimeHours: 4,
    }
    const answer = await invite(ayse, facts)
    assert.is(answer.status, 201)
    const { conversationId, link, sms } = answer.body
    assert.equal(sms, { status: 'shown', text: `Kartınız için ${link}` })
    assert.match(link, /^http:\/\/localhost:8787\/j#[\w-]{22}$/)
    const now = house.edge.clock()
    const [customer] = await house.rows('SELECT phone, name FROM customers')
    assert.equal(customer, { phone: '+905329998877', name: 'Deniz' })
    const [row] = await house.rows(
      'SELECT state, assignment, language, message, inviter_id, department_id, requested_id, created_at FROM conversations',
    )
    assert.equal(row, {
      state: 'invited',
      assignment: 'normal',
      language: 'tr',
      message: 'Kartınız için',
      inviter_id: ayse.id,
      department_id: departmentId,
      requested_id: bora.id,
      created_at: now,
    })
    const events = await house.events(conversationId)
    assert.equal(
      events.map(({ type }) => type),
      ['conversation.invited'],
    )
    assert.equal(events[0]?.data, { assignment: 'normal', expiresAt: now + 4 * 3_600_000, again: false })
    assert.equal(await house.rows('SELECT state, attempts FROM sms'), [{ state: 'shown', attempts: 0 }])
  }))

test('without words the house has its own, in the language of the customer', () =>
  withEdge(async (house) => {
    const ayse = await house.operator('Ayse')
    for (const language of ['en', 'tr'] as const) {
      const { link, sms } = done(await invite(ayse, { language }))
      assert.is(sms.text, `${defaultInviteMessages[language]} ${link}`)
    }
  }))

test('sent again with the same key it is the same invite, whatever it says now', () =>
  withEdge(async (house) => {
    const ayse = await house.operator('Ayse')
    const key = crypto.randomUUID()
    const first = await invite(ayse, { message: 'first' }, key)
    const second = await invite(ayse, { message: 'second', assignment: 'direct' }, key)
    assert.equal([second.status, second.body], [201, first.body])
    assert.is((await house.rows('SELECT id FROM conversations')).length, 1)
    assert.is((await house.rows('SELECT id FROM sms')).length, 1)
  }))

test('eight requests with one key at once are one invite', () =>
  withEdge(async (house) => {
    const ayse = await house.operator('Ayse')
    const key = crypto.randomUUID()
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => invite(ayse, { phone: '+905329998877' }, key)),
    )
    assert.is(new Set(answers.map(({ body }) => body.link)).size, 1)
    assert.is((await house.rows('SELECT id FROM conversations')).length, 1)
  }))

test('a customer who is known keeps the name unless another is given', () =>
  withEdge(async (house) => {
    const ayse = await house.operator('Ayse')
    const phone = nextPhone()
    for (const [customerName, kept] of [
      ['Deniz', 'Deniz'],
      ['', 'Deniz'],
      ['Deniz K.', 'Deniz K.'],
    ]) {
      done(await invite(ayse, { phone, customerName }))
      assert.equal(await house.rows('SELECT name FROM customers'), [{ name: kept }])
    }
  }))

const wrong: [string, object, string][] = [
  ['no number', { phone: '' }, 'phone'],
  ['letters', { phone: 'call me' }, 'phone'],
  ['a number that is too short', { phone: '0532 12' }, 'phone'],
  ['a number of no plan', { phone: '+99912345678' }, 'phone'],
  ['a premium number', { phone: '+449098790000' }, 'phone'],
  ['a number as a number', { phone: 905329998877 }, 'phone'],
  ['no assignment', { assignment: undefined }, 'assignment'],
  ['an assignment that there is not', { assignment: 'urgent' }, 'assignment'],
  ['a language that there is not', { language: 'de' }, 'language'],
  ['a lifetime that the form does not offer', { lifetimeHours: 5 }, 'lifetimeHours'],
  ['a message that is too long', { message: 'a'.repeat(301) }, 'message'],
  ['a name that is too long', { customerName: 'a'.repeat(81) }, 'customerName'],
  ['a department that is no id', { departmentId: 'cards' }, 'departmentId'],
  ['a department that there is not', { departmentId: crypto.randomUUID() }, 'departmentId'],
  ['an operator who is not there', { operatorId: crypto.randomUUID() }, 'operatorId'],
  ['a field that nobody knows', { colour: 'green' }, 'colour'],
]
for (const [what, facts, field] of wrong) {
  test(`${what} is refused by the field's name`, () =>
    withEdge(async (house) => {
      const ayse = await house.operator('Ayse')
      const before = await house.dump()
      const answer = await ayse.post<ErrorAnswer>('/api/invites', {
        phone: nextPhone(),
        assignment: 'normal',
        ...facts,
      })
      assert.equal([answer.status, answer.code], [422, 'invalid-input'])
      assert.equal(answer.body.error.details, { field })
      assert.ok(answer.body.error.message.length > 10 && answer.body.error.requestId)
      assert.is(await house.dump(), before)
    }))
}

test('a disabled operator cannot be named', () =>
  withEdge(async (house) => {
    const ayse = await house.operator('Ayse')
    const gone = await house.operator('Gone')
    await house.change('UPDATE operators SET disabled_at = 1 WHERE id = ?', [gone.id])
    assert.is((await invite(ayse, { operatorId: gone.id })).code, 'invalid-input')
  }))

test('a country that is not on the list is refused', () =>
  withEdge(
    async (house) => {
      const ayse = await house.operator('Ayse')
      done(await invite(ayse, { phone: '+4915123456789' }))
      assert.is((await invite(ayse, { phone: '+905329998877' })).code, 'invalid-input')
    },
    { smsCountries: ['DE'] },
  ))

test('a number that said STOP is not invited, nor resent to, until it says START', () =>
  withEdge(async (house) => {
    const ayse = await house.operator('Ayse')
    const phone = nextPhone()
    const { conversationId } = done(await invite(ayse, { phone }))
    await house.change('INSERT INTO opt_outs VALUES (?, 1)', [phone])
    const before = await house.dump()
    const answer = await invite(ayse, { phone })
    assert.equal([answer.status, answer.code], [409, 'wrong-state'])
    assert.is((await ayse.post(`/api/conversations/${conversationId}/resend`)).code, 'wrong-state')
    assert.is(await house.dump(), before)
    await house.change('DELETE FROM opt_outs')
    done(await invite(ayse, { phone }))
  }))

test('a number gets eight messages a day, a prefix sixty an hour, and nobody more after that', () =>
  withEdge(
    async (house) => {
      const ayse = await house.operator('Ayse')
      const phone = '+905321110000'
      for (let at = 0; at < 8; at++) done(await invite(ayse, { phone }))
      assert.equal(
        [(await invite(ayse, { phone })).status, (await invite(ayse, { phone })).code],
        [429, 'too-many'],
      )
      for (let at = 1; at <= 52; at++)
        done(await invite(ayse, { phone: `+905321110${String(at).padStart(3, '0')}` }))
      assert.is((await invite(ayse, { phone: '+905321110999' })).code, 'too-many')
      done(await invite(ayse, { phone: '+905321119999' }))
      house.pass(3_600_001)
      done(await invite(ayse, { phone: '+905321110999' }))
      assert.is((await invite(ayse, { phone })).code, 'too-many')
      house.pass(24 * 3_600_000)
      done(await invite(ayse, { phone }))
    },
    { smsKind: 'twilio' },
  ))

test('a resend counts as a message too, and says that it is one', () =>
  withEdge(
    async (house) => {
      const ayse = await house.operator('Ayse')
      const { conversationId, sms } = done(await invite(ayse))
      assert.is(sms.status, 'queued')
      const key = crypto.randomUUID()
      const path = `/api/conversations/${conversationId}/resend`
      const again = done(await ayse.post<InviteAnswer>(path, {}, { key }))
      assert.equal(done(await ayse.post<InviteAnswer>(path, {}, { key })), again)
      const event = (await house.events(conversationId)).at(-1)
      assert.is(event?.type, 'conversation.invited')
      assert.ok(JSON.stringify(event?.data).includes('"again":true'))
      for (let at = 0; at < 6; at++) done(await ayse.post(path))
      assert.is((await ayse.post(path)).code, 'too-many')
      assert.is((await house.rows('SELECT id FROM sms')).length, 8)
    },
    { smsKind: 'twilio' },
  ))

test('resending to a customer who could not be reached makes them invited again', () =>
  withEdge(async (house) => {
    const ayse = await house.operator('Ayse')
    const { conversationId } = done(await invite(ayse))
    await house.change("UPDATE conversations SET state = 'unreachable'")
    done(await ayse.post(`/api/conversations/${conversationId}/resend`))
    assert.is(await stateOf(house, conversationId), 'invited')
  }))

test.run()
