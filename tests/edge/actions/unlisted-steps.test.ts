// not over a remote database: the step table is the same, and walking all of it takes half a minute there
// Every verb in every state of a conversation: what the law does not list is refused, and changes nothing.

import { test } from 'uvu'
import * as assert from 'uvu/assert'
import type { ConversationState } from '../../../edge/domain/conversation.ts'
import { type TestEdge, withEdge } from '../../support/house.ts'
import {
  active,
  archived,
  callOf,
  closed,
  done,
  invited,
  jobOf,
  opened,
  type Scene,
  stateOf,
} from '../../support/scenes.ts'
import { customerVerbs, type Ids, jobVerbs, operatorVerbs } from './verbs.ts'

const states: Record<ConversationState, (house: TestEdge) => Promise<Scene & Ids>> = {
  invited: async (house) => ({ ...(await invited(await house.operator('Ayse'))), ...nobody(house) }),
  unreachable: async (house) => {
    const scene = await invited(await house.operator('Ayse'))
    await house.change("UPDATE conversations SET state = 'unreachable' WHERE id = ?", [scene.id])
    return { ...scene, ...nobody(house) }
  },
  waiting: async (house) => {
    const scene = await opened(house, await house.operator('Ayse', { status: 'busy' }))
    return { ...scene, jobId: await jobOf(house, scene.id), callId: 'none' }
  },
  offered: async (house) => {
    const scene = await opened(house, await house.operator('Ayse'))
    return { ...scene, jobId: await jobOf(house, scene.id), callId: 'none' }
  },
  active: async (house) => withIds(house, await active(house, await house.operator('Ayse'))),
  closed: async (house) => withIds(house, await closed(house, await house.operator('Ayse'))),
  archived: async (house) => withIds(house, await archived(house, await house.operator('Ayse'))),
  expired: async (house) => {
    const scene = await invited(await house.operator('Ayse'))
    done(await scene.operator.post(`/api/conversations/${scene.id}/revoke`))
    return { ...scene, ...nobody(house) }
  },
}

const nobody = (house: TestEdge) => ({ customer: house.stranger(), jobId: 'none', callId: 'none' })

async function withIds(house: TestEdge, scene: Scene): Promise<Scene & Ids> {
  return { ...scene, jobId: await jobOf(house, scene.id), callId: await callOf(house, scene.id) }
}

// The refusal of each verb in each state; a status below 300 where the law lets it happen. In the
// states without a customer or a job those are strangers, to whom it does not exist.
const none = 'not-found'
const wrong = 'wrong-state'
const foreign = 'not-allowed'
const columns = [
  'invited',
  'unreachable',
  'waiting',
  'offered',
  'active',
  'closed',
  'archived',
  'expired',
] as const
const law: Record<string, (string | number)[]> = {
  //                    invited  unreach. waiting  offered  active  closed   archived expired
  resend: /*         */ [200, 200, 200, 200, 200, wrong, wrong, wrong],
  revoke: /*         */ [200, 200, wrong, wrong, wrong, wrong, wrong, wrong],
  archive: /*        */ [wrong, wrong, wrong, wrong, 200, 200, wrong, wrong],
  accept: /*         */ [none, none, none, 200, 'already-taken', 'already-taken', 'already-taken', none],
  'decline the job': [none, none, none, 204, wrong, wrong, wrong, none],
  'operator message': [foreign, foreign, foreign, foreign, 201, wrong, wrong, foreign],
  'operator call': [foreign, foreign, foreign, foreign, wrong, wrong, wrong, foreign],
  'operator answer': [foreign, foreign, foreign, foreign, wrong, wrong, wrong, foreign],
  'operator decline': [foreign, foreign, foreign, foreign, wrong, wrong, wrong, foreign],
  'operator line': [foreign, foreign, foreign, 200, 200, foreign, foreign, foreign],
  'customer message': [none, none, 201, 201, 201, wrong, wrong, none],
  'customer call': [none, none, wrong, wrong, wrong, wrong, wrong, none],
  'customer answer': [none, none, none, none, wrong, wrong, wrong, none],
  'customer decline': [none, none, none, none, wrong, wrong, wrong, none],
  'customer line': [none, none, 200, 200, 200, wrong, wrong, none],
  close: /*          */ [none, none, 204, 204, 204, 204, 204, none],
  note: /*           */ [201, 201, 201, 201, 201, 201, 201, 201],
  tag: /*            */ [200, 200, 200, 200, 200, 200, 200, 200],
  hint: /*           */ [wrong, wrong, 204, 204, 204, wrong, wrong, wrong],
  progress: /*       */ [none, none, 204, 204, 204, wrong, wrong, none],
  'hand over': /*    */ [none, none, 201, 201, 201, wrong, wrong, none],
  survey: /*         */ [none, none, wrong, wrong, wrong, 204, 204, none],
}

// The law's steps of these leave the conversation where it is.
const silent = new Set(['operator line', 'customer line'])
const verbs = { ...operatorVerbs, ...jobVerbs, ...customerVerbs }

for (const [at, state] of columns.entries()) {
  for (const [verb, expected] of Object.entries(law)) {
    const outcome = expected[at]
    test(`${state}, ${verb}: ${outcome}`, () =>
      withEdge(async (house) => {
        const scene = await states[state](house)
        assert.is(await stateOf(house, scene.id), state)
        const before = await house.dump()
        const answer = await verbs[verb]?.(scene, scene)
        assert.is(answer?.code ?? answer?.status, outcome)
        const changed = (await house.dump()) !== before
        const closedAgain = verb === 'close' && (state === 'closed' || state === 'archived')
        // A repeat without effect is kept as an answer, and nothing else.
        if (closedAgain)
          assert.equal(
            (await house.types(scene.id)).filter((type) => type === 'conversation.closed').length,
            1,
          )
        else assert.is(changed, typeof outcome === 'number' && !silent.has(verb))
      }))
  }

  test(`${state}, transfer: ${state === 'active' ? 'goes on' : 'refused'}`, () =>
    withEdge(async (house) => {
      const scene = await states[state](house)
      const departmentId = await house.department('Cards', [])
      const before = await house.dump()
      const answer = await scene.operator.post(`/api/conversations/${scene.id}/transfer`, { departmentId })
      if (state === 'active') return assert.is(answer.status, 200)
      assert.is(answer.code, state === 'closed' || state === 'archived' ? wrong : foreign)
      assert.is(await house.dump(), before)
    }))

  test(`${state}: the link ${['invited', 'unreachable', 'waiting', 'offered', 'active'].includes(state) ? 'opens or is open' : 'opens nothing'} on another device`, () =>
    withEdge(async (house) => {
      const scene = await states[state](house)
      const before = await house.dump()
      const answer = await house.stranger().post('/api/visits', { token: scene.token })
      const codes: Record<ConversationState, string | undefined> = {
        invited: undefined,
        unreachable: undefined,
        waiting: 'opened-elsewhere',
        offered: 'opened-elsewhere',
        active: 'opened-elsewhere',
        closed: 'link-expired',
        archived: 'link-expired',
        expired: 'link-withdrawn',
      }
      assert.is(answer.code, codes[state])
      assert.is((await house.dump()) === before, codes[state] !== undefined)
    }))
}

test.run()
