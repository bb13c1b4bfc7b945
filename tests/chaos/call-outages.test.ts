// time-out: 180 s
// Calls whose network goes away under them: real packets in the network lab. The outages of a minute are in
// `npm run bench -- call-recovery`.
import * as assert from 'uvu/assert'
import type { Inbox } from '../../edge/domain/wire.ts'
import { changeRows } from '../support/change-rows.ts'
import { historyOf, invite, stateOf } from '../support/invite.ts'
import { inLab, type LabHouse } from '../support/lab/lab-house.ts'
import { labTest } from '../support/lab/lab-test.ts'
import type { Side } from '../support/lab/open-lab.ts'
import { hearsAndSees, wayOf } from '../support/media-probe.ts'
import type { People } from '../support/people.ts'
import type { Talker } from '../support/talker.ts'
import { untilTrue } from '../support/until.ts'
import { walkIn } from '../support/walk.ts'

const test = await labTest({ turnserver: 'coturn' })

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

test(
  'a call comes back after its network was away or the lid was closed, and goes on from another address',
  walkIn(inLab(), async (people, { lab, meet }) => {
    const talkers = await meet(people)
    await talk(talkers)

    for (const [side, how, ms] of [
      ['customer', 'unplugged', 5_000],
      ['operator', 'silent', 20_000],
    ] as const) {
      await lab.cut(side, how)
      await Promise.all([miss(talkers), pause(ms)])
      await lab.mend(side)
      await talk(talkers)
    }

    const [operator, customer] = talkers
    for (const { page } of talkers) assert.is(await page.evaluate('mediaProbe.dialled()'), 1)
    for (const [side, { page }] of [
      ['operator', operator],
      ['customer', customer],
    ] as const) {
      await lab.changeAddress(side)
      const isNew = async () => (await wayOf(page))?.from === lab.addressOf(side)
      await untilTrue('packets take the new address', isNew)
      await talk(talkers)
    }

    await lab.sleep('customer')
    await Promise.all([miss([operator]), pause(5_000)]).finally(() => lab.wakeUp('customer'))
    await talk(talkers)
  }),
)

test(
  'a call of which one side is gone goes on for the other, and ends as lost when both are gone for a minute',
  walkIn(inLab(), async (people, house) => {
    const { lab, meet } = house
    const talkers = await meet(people)
    const { conversations } = (await people.admin.get<Inbox>('/api/inbox')).body
    const id = conversations[0]?.id ?? ''
    await lab.cut('operator')
    await miss(talkers)
    await aMinuteIsOver(people, house, 'operator')
    assert.not.ok((await historyOf(people.admin, id)).includes('call.lost'))
    await lab.cut('customer')
    await aMinuteIsOver(people, house, 'operator', 'customer')
    assert.is((await historyOf(people.admin, id)).at(-1), 'call.lost')
    await Promise.all([lab.mend('operator'), lab.mend('customer')])
    await Promise.all(talkers.map((talker) => talker.isInNoCall()))
    await Promise.all(talkers.map((talker) => talker.lastEvents('call.lost')))
  }),
)

test.run()

const miss = (talkers: readonly Talker[]) =>
  Promise.all(talkers.map(({ stage }) => stage.getByText('Reconnecting…').waitFor()))

async function talk(talkers: readonly Talker[]): Promise<void> {
  await Promise.all(talkers.map((talker) => talker.lineIs('connected')))
  await Promise.all(talkers.map(({ page }) => hearsAndSees(page)))
}

/** These sides were last heard a minute earlier than they were, and the edge's clock has looked at it since. */
async function aMinuteIsOver(people: People, house: LabHouse, ...gone: Side[]): Promise<void> {
  const changes = gone.map((side) => `${side}_seen_at = ${side}_seen_at - 60001`)
  await changeRows(house, `UPDATE calls SET ${changes.join(', ')}`)
  const { conversationId } = await invite(people.admin)
  await changeRows(house, `UPDATE links SET expires_at = 0 WHERE conversation_id = '${conversationId}'`)
  const isOver = async () => (await stateOf(people.admin, conversationId)) === 'expired'
  await untilTrue('the clock has looked', isOver)
}
