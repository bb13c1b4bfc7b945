// The phone that opened a link goes on in another of its browsers, and nobody else does.

import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { lapseOverdue } from '../../../edge/actions/lapse-overdue.ts'
import { handoverMs } from '../../../edge/domain/handover.ts'
import { hashToken } from '../../../edge/domain/secrets.ts'
import type { HandoverAnswer, InviteAnswer, Visit } from '../../../edge/domain/wire.ts'
import { strangerContext } from '../../../edge/routes/edge.ts'
import type { Caller } from '../../support/caller.ts'
import { type TestEdge, withEdge } from '../../support/house.ts'
import { active, closed, done, invited, opened, type Scene } from '../../support/scenes.ts'

const codeOf = async ({ customer, id }: Scene, key?: string) =>
  done(await customer.post<HandoverAnswer>(`/api/visits/${id}/handover`, {}, key ? { key } : {})).code
const goOn = (browser: Caller, token: string, code: string, key?: string) =>
  browser.post<Visit>('/api/visits', { token, code }, key ? { key } : {})
const write = (browser: Caller, { id }: Scene) =>
  browser.post(`/api/visits/${id}/messages`, { text: 'here I am' })

/** What the attempt was refused with, after seeing that it changed nothing. */
async function refusal(house: TestEdge, attempt: () => Promise<{ code: string | undefined }>) {
  const before = await house.dump()
  const { code } = await attempt()
  assert.is(await house.dump(), before)
  return code
}

test('the browser that brings the code has the conversation, and the first one is told where it went', () =>
  withEdge(async (house) => {
    const scene = await active(house, await house.operator('Ayse'))
    const browser = house.stranger()
    const visit = done(await goOn(browser, scene.token, await codeOf(scene)))
    assert.equal([visit.conversationId, visit.state, visit.operatorName], [scene.id, 'active', 'Ayse'])
    const last = (await house.events(scene.id)).at(-1)
    const [link] = await house.rows('SELECT id FROM links')
    assert.equal(
      [last?.type, last?.actor.kind, last?.data],
      ['link.handed-over', 'customer', { linkId: link?.id }],
    )
    done(await write(browser, scene))
    assert.is((await write(scene.customer, scene)).status, 404)
    const back = () => scene.customer.post('/api/visits', { token: scene.token })
    assert.is(await refusal(house, back), 'handed-over')
  }))

test('while somebody waits, going on elsewhere neither loses the place nor rings twice', () =>
  withEdge(async (house) => {
    const scene = await opened(house, await house.operator('Ayse', { status: 'busy' }))
    const [before] = await house.rows('SELECT * FROM jobs')
    assert.is(done(await goOn(house.stranger(), scene.token, await codeOf(scene))).state, 'waiting')
    assert.equal(await house.rows('SELECT * FROM jobs'), [before])
  }))

test('a stranger with the link alone stays outside, also while a code is out', () =>
  withEdge(async (house) => {
    const scene = await active(house, await house.operator('Ayse'))
    await codeOf(scene)
    const stranger = house.stranger()
    const open = () => stranger.post('/api/visits', { token: scene.token })
    assert.is(await refusal(house, open), 'opened-elsewhere')
    for (const guess of ['', 'x', 'A'.repeat(43), "' OR 1=1 --"]) {
      assert.is(await refusal(house, () => goOn(stranger, scene.token, guess)), 'opened-elsewhere', guess)
    }
  }))

test('the code alone opens nothing', () =>
  withEdge(async (house) => {
    const scene = await active(house, await house.operator('Ayse'))
    const code = await codeOf(scene)
    for (const token of ['', code, 'A'.repeat(22)]) {
      assert.is(await refusal(house, () => goOn(house.stranger(), token, code)), 'link-invalid', token)
    }
  }))

test('a code works once, and what else was given out before it is gone with it', () =>
  withEdge(async (house) => {
    const scene = await active(house, await house.operator('Ayse'))
    const [first, second] = [await codeOf(scene), await codeOf(scene)]
    done(await goOn(house.stranger(), scene.token, first))
    for (const code of [first, second]) {
      assert.is(await refusal(house, () => goOn(house.stranger(), scene.token, code)), 'opened-elsewhere')
    }
    // Nor does the browser that gave it out come back with its own.
    assert.is(await refusal(house, () => goOn(scene.customer, scene.token, second)), 'handed-over')
  }))

test('of eight browsers that bring one code at the same moment one has the conversation', () =>
  withEdge(async (house) => {
    const scene = await active(house, await house.operator('Ayse'))
    const code = await codeOf(scene)
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => goOn(house.stranger(), scene.token, code)),
    )
    assert.equal(answers.map(({ status }) => status).sort(), [200, ...Array(7).fill(409)])
    const times = (await house.types(scene.id)).filter((type) => type === 'link.handed-over')
    assert.is(times.length, 1)
  }))

test('a code is good for ten minutes, and the clock clears it away afterwards', () =>
  withEdge(async (house) => {
    const ayse = await house.operator('Ayse')
    const [inTime, late] = [await active(house, ayse), await active(house, ayse)]
    const [first, second] = [await codeOf(inTime), await codeOf(late)]
    house.pass(handoverMs - 1)
    done(await goOn(house.stranger(), inTime.token, first))
    house.pass(1)
    assert.is(await refusal(house, () => goOn(house.stranger(), late.token, second)), 'opened-elsewhere')
    await lapseOverdue(strangerContext(house.edge, { kind: 'clock' }))
    const kept = await house.rows('SELECT conversation_id FROM handovers')
    assert.equal(kept, [{ conversation_id: inTime.id }])
  }))

test('the code of one conversation opens no other', () =>
  withEdge(async (house) => {
    const ayse = await house.operator('Ayse')
    const [mine, other] = [await active(house, ayse), await active(house, ayse)]
    const code = await codeOf(mine)
    assert.is(await refusal(house, () => goOn(house.stranger(), other.token, code)), 'opened-elsewhere')
  }))

test('a code dies with the claim of the device that gave it out', () =>
  withEdge(async (house) => {
    const ayse = await house.operator('Ayse')
    const scene = await active(house, ayse)
    const code = await codeOf(scene)
    const again = done(await ayse.post<InviteAnswer>(`/api/conversations/${scene.id}/resend`))
    done(await house.stranger().post('/api/visits', { token: again.link.split('#')[1] }))
    assert.is(await refusal(house, () => goOn(house.stranger(), scene.token, code)), 'opened-elsewhere')
  }))

test('after the end a code that was given out before opens nothing', () =>
  withEdge(async (house) => {
    const scene = await active(house, await house.operator('Ayse'))
    const code = await codeOf(scene)
    done(await scene.customer.post(`/api/visits/${scene.id}/close`))
    assert.is(await refusal(house, () => goOn(house.stranger(), scene.token, code)), 'link-expired')
  }))

test('nobody but the device that has the conversation is given a code, and not after its end', () =>
  withEdge(async (house) => {
    const ayse = await house.operator('Ayse')
    const [scene, over] = [await active(house, ayse), await closed(house, ayse)]
    for (const [browser, id] of [
      [house.stranger(), scene.id],
      [over.customer, scene.id],
      [ayse, scene.id],
    ] as const) {
      assert.is(await refusal(house, () => browser.post(`/api/visits/${id}/handover`)), 'not-found')
    }
    const late = () => over.customer.post(`/api/visits/${over.id}/handover`)
    assert.is(await refusal(house, late), 'wrong-state')
  }))

test('asking again with the same key gives the same code, and nobody else gets it by the key', () =>
  withEdge(async (house) => {
    const ayse = await house.operator('Ayse')
    const [scene, other] = [await active(house, ayse), await active(house, ayse)]
    const key = crypto.randomUUID()
    const code = await codeOf(scene, key)
    assert.is(await codeOf(scene, key), code)
    assert.is((await house.rows('SELECT code_hash FROM handovers')).length, 1)
    assert.is.not(await codeOf(other, key), code)
    done(await goOn(house.stranger(), scene.token, code))
  }))

for (const what of ['a link', 'a code'] as const) {
  test(`a browser that never got the answer to ${what} asks again with its key, and is in`, () =>
    withEdge(async (house) => {
      const ayse = await house.operator('Ayse')
      const isCode = what === 'a code'
      const scene = isCode
        ? await active(house, ayse)
        : { ...(await invited(ayse)), customer: house.stranger() }
      const code = isCode ? await codeOf(scene) : ''
      const key = crypto.randomUUID()
      done(await goOn(house.stranger(), scene.token, code, key))
      const before = await house.types(scene.id)
      const repeating = house.stranger()
      done(await goOn(repeating, scene.token, code, key))
      assert.equal(await house.types(scene.id), before)
      done(await write(repeating, scene))
      assert.is((await goOn(house.stranger(), scene.token, code)).code, 'opened-elsewhere')
    }))
}

test('a code lies in no table and in no log, and no GET uses it up', () =>
  withEdge(async (house) => {
    const scene = await active(house, await house.operator('Ayse'))
    const code = await codeOf(scene)
    const browser = house.stranger()
    for (const path of [`/j#${scene.token}.${code}`, `/api/visits?token=${scene.token}&code=${code}`]) {
      await refusal(house, async () => ({ code: (await browser.get(path)).code }))
    }
    assert.ok((await house.dump()).includes(await hashToken(code)))
    done(await goOn(browser, scene.token, code))
    const device = browser.cookies.get('visavis_device')?.value ?? 'none'
    const everything = (await house.dump()) + JSON.stringify(house.logs)
    for (const secret of [code, device, scene.token]) assert.not.ok(everything.includes(secret))
  }))

test.run()
