// time-out: 180 s
// What takes its time in earnest: the other tests move the clock.
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { ringMs } from '../../edge/domain/call.ts'
import type { AnyEvent } from '../../edge/domain/events.ts'
import type { Inbox } from '../../edge/domain/wire.ts'
import { closeBrowsers } from '../support/browsers.ts'
import type { People } from '../support/people.ts'
import { walk } from '../support/walk.ts'

test.after(closeBrowsers)

test(
  'a call out of the chat that nobody answers rings for 45 s, either way, and says so to both',
  walk(async (people) => {
    const [operator, customer] = await people.meet()
    await customer.endsCall()
    for (const [caller, called] of [
      [operator, customer],
      [customer, operator],
    ] as const) {
      await Promise.all([operator.isInNoCall(), customer.isInNoCall()])
      await caller.button('Start video call').click()
      await called.button('Accept').waitFor()
      await caller.button('Cancel').waitFor({ state: 'detached', timeout: 70_000 })
      await called.button('Accept').waitFor({ state: 'detached' })
      await Promise.all([caller, called].map((each) => each.lastEvents('call.placed', 'call.missed')))
      const rang = await lastRing(people)
      assert.ok(rang >= ringMs, `it rang for ${rang} ms`)
    }
  }),
)

/** Milliseconds between the last call's beginning and its end, by the edge's own record. */
async function lastRing({ admin }: People): Promise<number> {
  const { conversations } = (await admin.get<Inbox>('/api/inbox')).body
  const path = `/api/conversations/${conversations[0]?.id}/events`
  const { events } = (await admin.get<{ events: AnyEvent[] }>(path)).body
  const [placed, missed] = events.slice(-2)
  return (missed?.at ?? 0) - (placed?.at ?? 0)
}

test.run()
