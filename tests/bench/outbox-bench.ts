import type { AnyEvent } from '../../edge/domain/events.ts'
import type { Caller } from '../support/caller.ts'
import { adminEmail, adminPassword } from '../support/house-place.ts'
import { type HouseProcess, startHouseProcess } from '../support/house-process.ts'
import { callerOf, invite, openWithoutBrowser } from '../support/invite.ts'
import type { SendThroughChaos } from './outbox-chaos-count.ts'

interface BenchTable {
  name: string
  unit: string
  rows: Record<string, number | string>[]
}

// Of the browser's kind: types of its own.
const chaosFile = new URL('../pwa/offline/outbox-chaos.ts', import.meta.url).href
const messages = Number(process.env.BENCH_MESSAGES ?? 1_000)
const rounds = Number(process.env.BENCH_ROUNDS ?? 3)

/** What is written without a connection and sent over one that is cut at random: whether all of it arrives, once, in order. */
export async function outboxBench(): Promise<BenchTable> {
  const house = await startHouseProcess({ LOG_LEVEL: 'silent' })
  try {
    const rows = []
    for (let seed = 1; seed <= rounds; seed++) rows.push(await oneRound(house, seed))
    return { name: 'Outbox over a line that is cut at random', unit: 'messages', rows }
  } finally {
    await house.end()
  }
}

async function oneRound(house: HouseProcess, seed: number): Promise<Record<string, number | string>> {
  const admin = callerOf(house)
  await admin.post('/api/session', { email: adminEmail, password: adminPassword })
  await admin.call('PUT', '/api/status', { status: 'online' })
  const { conversationId, leave } = await talk(house, admin)
  const cookie = [...admin.cookies].map(([name, { value }]) => `${name}=${value}`).join('; ')
  const began = Date.now()
  const chaos = { url: house.url, cookie, conversationId, messages, random: series(seed) }
  const { sendThroughChaos }: { sendThroughChaos: SendThroughChaos } = await import(chaosFile)
  const { cutBefore, cutAfter, closings } = await sendThroughChaos(chaos)
  const seconds = Math.round((Date.now() - began) / 100) / 10
  const arrived = await arrivedIn(admin, conversationId)
  await leave()
  const different = new Set(arrived).size
  const isInOrder = arrived.every((number, at) => at === 0 || number > (arrived[at - 1] ?? 0))
  return {
    ...{ seed, written: messages, lost: messages - different, doubled: arrived.length - different },
    ...{
      'in order': isInOrder ? 'yes' : 'no',
      'cut before': cutBefore,
      'cut after': cutAfter,
      closings,
      seconds,
    },
  }
}

async function talk(house: HouseProcess, admin: Caller) {
  const invited = await invite(admin)
  const customer = await openWithoutBrowser(house, invited)
  const { offer } = (await admin.get<{ offer: { jobId: string } }>('/api/inbox')).body
  await admin.post(`/api/jobs/${offer.jobId}/accept`)
  const { conversationId } = invited
  return { conversationId, leave: () => customer.post(`/api/visits/${conversationId}/close`) }
}

/** The numbers of the messages as the edge has them, oldest first. */
async function arrivedIn(admin: Caller, id: string): Promise<number[]> {
  const arrived: number[] = []
  for (let before: number | null = Number.MAX_SAFE_INTEGER; before !== null; ) {
    const path: string = `/api/conversations/${id}/events?limit=200&before=${before}`
    const { body } = await admin.get<{ events: AnyEvent[]; before: number | null }>(path)
    const said = body.events.flatMap((event) => (event.type === 'message.posted' ? [event.data.text] : []))
    arrived.unshift(...said.map((text) => Number(text.split(' ')[1])))
    before = body.before
  }
  return arrived
}

/** Numbers between 0 and 1 that are the same for the same seed (Park and Miller's generator). */
function series(start: number): () => number {
  let state = start
  return () => {
    state = (state * 48_271) % 2_147_483_647
    return state / 2_147_483_647
  }
}
