// Messages through an outbox to a real edge, over a line that is cut at random: before the edge has a request, or after
// it took it and before the answer is back. In between the browser is closed, and two tabs send at the same time.

import { createServer, request as forward, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { flushOutbox } from '../../../pwa/offline/flush-outbox.ts'
import { type OutboxEntry, requestFor } from '../../../pwa/offline/intent.ts'
import { createOutboxStore } from '../../../pwa/offline/outbox-store.ts'
import { errorFromAnswer, offlineError } from '../../../pwa/platform/edge-error.ts'
import type { Chaos, ChaosCount } from '../../bench/outbox-chaos-count.ts'
import { memoryShelves } from './memory-shelves.ts'

/** Resolves when the outbox is empty. What arrived is the caller's to look up. */
export async function sendThroughChaos(chaos: Chaos): Promise<ChaosCount> {
  const count = { cutBefore: 0, cutAfter: 0, passed: 0, closings: 0 }
  const line = await badLine(chaos, count)
  const shelves = memoryShelves()
  const open = () => createOutboxStore(async () => {}, shelves)
  await open().own('operator')
  const locks = makeLocks()
  const post = (entry: OutboxEntry) => postOver(line.url, chaos.cookie, entry)
  try {
    for (let written = 0; ; ) {
      const store = open()
      count.closings++
      // A few more are written while others are under way.
      for (
        const until = Math.min(chaos.messages, written + 1 + Math.floor(chaos.random() * 20));
        written < until;
      )
        await store.add(entryOf(chaos.conversationId, ++written))
      const ends = await Promise.all([
        flushOutbox(store, { post, locks }),
        flushOutbox(open(), { post, locks }),
      ])
      if (written === chaos.messages && ends.includes('done')) return count
    }
  } finally {
    line.server.close()
    line.server.closeAllConnections()
  }
}

function entryOf(conversationId: string, number: number): OutboxEntry {
  const intent = { kind: 'message', text: `Message ${number}` } as const
  return { id: crypto.randomUUID(), conversationId, customer: '', intent, at: 0 }
}

async function postOver(base: string, cookie: string, entry: OutboxEntry): Promise<unknown> {
  const { method, path, body } = requestFor(entry)
  const headers = { 'content-type': 'application/json', 'idempotency-key': entry.id, cookie }
  const answer = await fetch(`${base}${path}`, { method, headers, body: JSON.stringify(body) }).catch(
    () => null,
  )
  if (!answer) throw offlineError()
  const told: unknown = await answer.json().catch(() => null)
  if (told === null) throw offlineError()
  if (!answer.ok) throw errorFromAnswer(answer.status, told)
  return told
}

/** Half of all requests are cut, half of those after the edge has done what they say. */
async function badLine({ url, random }: Chaos, count: ChaosCount): Promise<{ url: string; server: Server }> {
  const server = createServer((asked, answer) => {
    const fate = random()
    if (fate < 0.25) {
      count.cutBefore++
      return void asked.socket.destroy()
    }
    const onward = forward(new URL(asked.url ?? '', url), onwardOptions(asked), (told) => {
      const parts: Buffer[] = []
      told.on('data', (part: Buffer) => parts.push(part))
      told.on('end', () => {
        if (fate < 0.5) {
          count.cutAfter++
          return void asked.socket.destroy()
        }
        count.passed++
        answer.writeHead(told.statusCode ?? 500, { 'content-type': 'application/json', connection: 'close' })
        answer.end(Buffer.concat(parts))
      })
    })
    onward.on('error', () => asked.socket.destroy())
    asked.pipe(onward)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, server }
}

function onwardOptions({ method, headers }: IncomingMessage) {
  const { host: _, connection: __, ...kept } = headers
  return { ...(method && { method }), headers: kept }
}

/** As the browser's: one at a time holds a name. */
function makeLocks(): Pick<LockManager, 'request'> {
  let last: Promise<unknown> = Promise.resolve()
  const request = (_: string, work: () => Promise<unknown>) => {
    last = last.then(work, work)
    return last
  }
  return { request } as unknown as Pick<LockManager, 'request'>
}
