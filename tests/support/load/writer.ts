import { Agent, request } from 'node:http'
import type { Person } from './crowd.ts'

const sockets = new Agent({ keepAlive: true, maxSockets: 128 })

/** Resolves with the answer's status once all of it was read and is JSON; rejects when none came. */
export function post({ cookie, messages }: Person, url: string, key: string, text: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const body = JSON.stringify({ text })
    const headers = {
      cookie,
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(body),
      'idempotency-key': key,
    }
    const asked = request(url + messages, { method: 'POST', headers, agent: sockets }, (answer) => {
      let said = ''
      answer.setEncoding('utf8').on('data', (chunk: string) => {
        said += chunk
      })
      answer.on('end', () => {
        try {
          JSON.parse(said)
          resolve(answer.statusCode ?? 0)
        } catch (cause) {
          reject(cause)
        }
      })
      answer.on('error', reject)
      answer.on('aborted', () => reject(new Error('cut off')))
    })
    asked.setTimeout(10_000, () => asked.destroy(new Error('no answer')))
    asked.on('error', reject)
    asked.end(body)
  })
}

/** The same request until it is acknowledged, at whichever instance is next, as a page does. */
export async function persist(person: Person, next: () => string, key: string, text: string): Promise<void> {
  for (let attempt = 0; ; attempt++) {
    const status = await post(person, next(), key, text).catch(() => 0)
    if (status === 201) return
    if (status >= 400 && status < 500 && status !== 429) throw new Error(`refused with ${status}`)
    if (attempt > 600) throw new Error('never acknowledged')
    await new Promise((resume) => setTimeout(resume, 100))
  }
}
