// The courier and the callbacks with Twilio's own library, over HTTP, against a Twilio that is scripted.

import { once } from 'node:events'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createAdaptorServer } from '@hono/node-server'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { readIncomingMessage, readStatusCallback } from '../../edge/gateways/twilio-callback.ts'
import { createTwilioSms } from '../../edge/gateways/twilio-sms.ts'
import { startPulse } from '../../edge/pulse.ts'
import type { TwilioCallbacks } from '../../edge/routes/edge.ts'
import { type FakeTwilio, fakeAccount, signTwilioForm, startFakeTwilio } from '../support/fake-twilio.ts'
import { type TestEdge, withEdge } from '../support/house.ts'
import { invited, nextPhone, opened, ringsFor, stateOf } from '../support/scenes.ts'

const callbacks: TwilioCallbacks = {
  readStatus: (request) => readStatusCallback({ authToken: fakeAccount.authToken, ...request }),
  readIncoming: (request) => readIncomingMessage({ authToken: fakeAccount.authToken, ...request }),
}

interface Line {
  house: TestEdge
  twilio: FakeTwilio
  /** Where the edge really listens; Twilio signs for it. */
  url: string
}

/** An edge that listens, with its pulse running and a Twilio at the other end. */
async function withTwilio(work: (line: Line) => Promise<void>): Promise<void> {
  const twilio = await startFakeTwilio()
  await withEdge(
    async (house) => {
      const server = createAdaptorServer({ fetch: house.api.fetch }) as Server
      await once(server.listen(0, '127.0.0.1'), 'listening')
      const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
      // The routes build the signed address from it, request by request.
      Object.assign(house.edge, { publicUrl: url })
      const sender = createTwilioSms({
        ...fakeAccount,
        apiUrl: twilio.url,
        from: '+15005550006',
        publicUrl: url,
        // Longer than any test: on a slow machine an answer takes its time.
        timeoutMs: 120_000,
      })
      const end = startPulse(
        house.edge,
        { sms: sender, push: { send: async () => ({ outcome: 'accepted' }) } },
        20,
      )
      try {
        await work({ house, twilio, url })
      } finally {
        await end()
        server.closeAllConnections()
        await new Promise((closed) => server.close(closed))
        await twilio.close()
      }
    },
    { smsKind: 'twilio', twilioCallbacks: callbacks },
  )
}

async function until(what: () => Promise<boolean>): Promise<void> {
  while (!(await what())) await new Promise((look) => setTimeout(look, 5))
}
const smsState = async (house: TestEdge) => (await house.rows('SELECT state FROM sms'))[0]?.state

test('from the form to the phone, and the reports back', () =>
  withTwilio(async ({ house, twilio, url }) => {
    const phone = nextPhone()
    const scene = await invited(await house.operator('Ayse'), { phone, message: 'Merhaba' })
    await until(async () => (await smsState(house)) === 'sent')
    const [message] = twilio.messages
    assert.equal([message?.to, message?.body], [phone, `Merhaba ${scene.link}`])
    const [row] = await house.rows('SELECT id FROM sms')
    const report = (status: string) => twilio.sendStatus(url, String(row?.id), message?.sid ?? '', status)
    for (const status of ['sent', 'delivered', 'sent']) assert.is((await report(status)).status, 204)
    assert.is(await smsState(house), 'delivered')
    assert.ok((await house.types(scene.id)).includes('sms.progressed'))
  }))

test('a report without a signature, or with another one, is answered 404 and changes nothing', () =>
  withTwilio(async ({ house, twilio, url }) => {
    await invited(await house.operator('Ayse'))
    await until(async () => (await smsState(house)) === 'sent')
    const path = `${url}/api/twilio/status`
    const form = { MessageSid: twilio.messages[0]?.sid ?? '', MessageStatus: 'failed', ErrorCode: '21610' }
    const good = signTwilioForm(path, form)
    const send = (headers: Record<string, string>, body: Record<string, string> = form) =>
      fetch(path, { method: 'POST', headers, body: new URLSearchParams(body) })
    const before = await house.dump()
    const wrong = [
      await send({}),
      await send({ 'x-twilio-signature': '' }),
      await send({ 'x-twilio-signature': 'AAAA' }),
      await send({ 'x-twilio-signature': signTwilioForm(path, form, 'another token') }),
      await send({ 'x-twilio-signature': signTwilioForm(`${path}?sms=x`, form) }),
      await send({ 'x-twilio-signature': good }, { ...form, MessageStatus: 'delivered' }),
      await fetch(path, {
        method: 'POST',
        headers: { 'x-twilio-signature': good, 'content-type': 'multipart/form-data' },
        body: 'x',
      }),
      await fetch(path, {
        method: 'POST',
        headers: { 'x-twilio-signature': good, 'content-type': 'application/json' },
        body: '{',
      }),
    ]
    assert.equal(
      wrong.map(({ status }) => status),
      wrong.map(() => 404),
    )
    assert.is(await house.dump(), before)
    assert.is((await send({ 'x-twilio-signature': good })).status, 204)
    assert.is((await house.rows('SELECT phone FROM opt_outs')).length, 1)
  }))

test('STOP and START by SMS are remembered and forgotten', () =>
  withTwilio(async ({ house, twilio, url }) => {
    const phone = nextPhone()
    const answer = await twilio.sendIncoming(url, phone, 'Stop')
    assert.equal([answer.status, await answer.text()], [200, '<Response/>'])
    assert.equal(await house.rows('SELECT phone FROM opt_outs'), [{ phone }])
    await twilio.sendIncoming(url, phone, 'Stop')
    await twilio.sendIncoming(url, phone, 'How are you?')
    assert.is((await house.rows('SELECT phone FROM opt_outs')).length, 1)
    await twilio.sendIncoming(url, phone, 'START')
    assert.equal(await house.rows('SELECT phone FROM opt_outs'), [])
    const body = new URLSearchParams({ From: phone, Body: 'STOP', MessageSid: 'SM1' })
    assert.is((await fetch(`${url}/api/twilio/incoming`, { method: 'POST', body })).status, 404)
    assert.equal(await house.rows('SELECT phone FROM opt_outs'), [])
  }))

test('a Twilio that never answers holds up neither the invite nor the clock', () =>
  withTwilio(async ({ house, twilio }) => {
    const ayse = await house.operator('Ayse')
    await house.operator('Bora')
    twilio.answerNext('hang')
    await invited(ayse)
    await until(async () => twilio.messages.length === 1)
    // All this happens while the first request still hangs.
    const scene = await opened(house, ayse)
    house.pass(30_000)
    await until(async () => (await ringsFor(house, scene.id)) === 'Bora')
    assert.is(twilio.messages.length, 1)
    const states = await house.rows('SELECT state FROM sms ORDER BY rowid')
    assert.equal(states, [{ state: 'sending' }, { state: 'queued' }])
    twilio.hangUp()
    await until(async () => (await smsState(house)) === 'unknown')
  }))

test('a Twilio that is busy is asked again, one that says no is not', () =>
  withTwilio(async ({ house, twilio }) => {
    const ayse = await house.operator('Ayse')
    twilio.answerNext({ status: 503 }, { status: 429, headers: { 'retry-after': '1' } })
    const scene = await invited(ayse)
    for (const count of [1, 2, 3]) {
      await until(async () => twilio.messages.length === count)
      await until(async () => (await smsState(house)) !== 'sending')
      house.pass(5_000)
    }
    assert.is(await smsState(house), 'sent')
    twilio.answerNext({ status: 400, code: 21610 })
    const second = await invited(ayse)
    await until(async () => (await stateOf(house, second.id)) === 'unreachable')
    assert.equal([twilio.messages.length, await stateOf(house, scene.id)], [4, 'invited'])
  }))

test('without Twilio its callbacks are no addresses', () =>
  withEdge(async (house) => {
    for (const path of ['/api/twilio/status', '/api/twilio/incoming']) {
      assert.is((await house.stranger().post(path)).status, 404)
    }
  }))

test.run()
