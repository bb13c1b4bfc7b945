// One of the two processes in races.test.ts: it is told which races to run, and tells how each
// of its presses was answered. The verbs are the edge's own, on a connection of its own.

import { acceptJob } from '../../edge/actions/accept-job.ts'
import { closeConversation } from '../../edge/actions/close-conversation.ts'
import type { Context, OperatorContext } from '../../edge/actions/context.ts'
import { declineJob } from '../../edge/actions/decline-job.ts'
import { lapseOverdue } from '../../edge/actions/lapse-overdue.ts'
import type { OperatorId } from '../../edge/domain/ids.ts'
import { Refusal } from '../../edge/domain/refusal.ts'
import { openDatabase } from '../../edge/store/database.ts'
import type { Pair, Ring } from '../support/load/rings.ts'

type Racer = Pair['a']

/**
 * - `declined`, `lapsed`: one process accepts as A; the other ends A's offer, and accepts as B
 * - `two devices`: both accept as A
 * - `closed`: one accepts as A; the other is the customer, who leaves
 */
export interface Race extends Ring {
  kind: 'declined' | 'lapsed' | 'two devices' | 'closed'
  b: Racer
  /** The process that accepts as A. */
  accepts: number
}

/** What one press came to: done, or the refusal and the name that it gave. */
export interface Press {
  jobId: string
  who: string
  what: 'accept' | 'decline' | 'lapse' | 'close'
  answer: string
  by: string | undefined
}

const [url = '', number = '0'] = process.argv.slice(2)
const database = await openDatabase({ url })

const means = {
  database,
  clock: Date.now,
  newId: () => crypto.randomUUID(),
  secret: 'unused',
  publicUrl: 'http://localhost',
  teamName: 'Visavis',
  smsKind: 'outbox',
  smsCountries: null,
  defaultCountry: 'TR',
  pushAllowedHosts: [],
  committed: () => {},
  scope: 'race',
  key: null,
} as const

process.on('message', (races: Race[]) => {
  // Each begins a few turns later than the other side's, sooner or later by chance.
  Promise.all(races.map((race) => turns(Math.random() * 40).then(() => run(race)))).then(
    (presses) => process.send?.(presses.flat()),
    (cause) => process.send?.({ fault: cause instanceof Error ? cause.stack : String(cause) }),
  )
})
process.on('disconnect', () => void database.close().then(() => process.exit(0)))
process.send?.('ready')

async function run(race: Race): Promise<Press[]> {
  if (race.accepts === Number(number) || race.kind === 'two devices') return [await accept(race, race.a)]
  if (race.kind === 'closed') return [await close(race)]
  const ended = await (race.kind === 'declined' ? decline(race) : lapse(race))
  return ended.answer === 'done' ? [ended, await accept(race, race.b)] : [ended]
}

const accept = (race: Race, who: Racer) =>
  press(race, who.name, 'accept', () => acceptJob(as(who), race.jobId))
const decline = (race: Race) => press(race, race.a.name, 'decline', () => declineJob(as(race.a), race.jobId))
const lapse = (race: Race) => press(race, 'clock', 'lapse', () => lapseOverdue(clockContext()))
const close = (race: Race) =>
  press(race, 'customer', 'close', () => closeConversation(customerContext(), seatOf(race)))

async function press(
  race: Race,
  who: string,
  what: Press['what'],
  verb: () => Promise<unknown>,
): Promise<Press> {
  const { jobId } = race
  try {
    await verb()
    return { jobId, who, what, answer: 'done', by: undefined }
  } catch (error) {
    // Anything else is a fault, and ends the test.
    if (!(error instanceof Refusal)) throw error
    return { jobId, who, what, answer: error.code, by: error.details.by }
  }
}

function as({ id, name }: Racer): OperatorContext {
  const me = { id: id as OperatorId, name, role: 'operator' } as const
  return { ...means, actor: { kind: 'operator', id: me.id, name }, me }
}

function customerContext(): Context {
  return { ...means, actor: { kind: 'customer' } }
}

function clockContext(): Context {
  return { ...means, actor: { kind: 'clock' } }
}

function seatOf({ conversationId, device }: Race) {
  return { side: 'customer', conversationId, deviceHash: device, now: means.clock() } as const
}

async function turns(count: number): Promise<void> {
  for (let turn = 0; turn < count; turn++) await new Promise(setImmediate)
}
