// time-out: 120 s
// A proxy that hands on an answer only once it is over, such as some companies and virus scanners have: the page notices
// it, and goes on in answers that end. Caddy told to buffer is one; the page's own client reads through it.

import { spawn } from 'node:child_process'
import { once } from 'node:events'
import * as assert from 'uvu/assert'
import type { AnyEvent } from '../../edge/domain/events.ts'
import type { InviteAnswer, Me } from '../../edge/domain/wire.ts'
import { Caller } from '../support/caller.ts'
import { freePort } from '../support/free-port.ts'
import { adminEmail, adminPassword } from '../support/house-place.ts'
import { startHouseProcess } from '../support/house-process.ts'
import { isInstalled } from '../support/lab/hindrance.ts'
import { testUnless } from '../support/lab/lab-test.ts'
import { done } from '../support/scenes.ts'
import { untilTrue } from '../support/until.ts'

const test = testUnless((await isInstalled('caddy')) ? null : 'caddy is not installed (Debian package caddy)')

// By its address: a browser's code is none that these types know.
const client = new URL('../../pwa/platform/shared-stream.ts', import.meta.url).href
const { makeSharedStream } = (await import(client)) as {
  makeSharedStream: (
    name: string,
    path: string,
    after: number,
    on: { event(event: AnyEvent): void; state(state: string): void },
    locks: null,
  ) => () => void
}

/** Keeps each answer whole before it passes it on. */
async function startBufferingProxy(to: string) {
  const port = await freePort()
  const site = { listen: [`127.0.0.1:${port}`], automatic_https: { disable: true } }
  const proxy = { handler: 'reverse_proxy', upstreams: [{ dial: to }], buffer_responses: true }
  const apps = { http: { servers: { one: { ...site, routes: [{ handle: [proxy] }] } } } }
  const child = spawn('caddy', ['run', '--config', '-'], { stdio: ['pipe', 'ignore', 'pipe'] })
  child.stdin?.end(JSON.stringify({ admin: { disabled: true }, apps }))
  let said = ''
  child.stderr?.on('data', (chunk) => {
    said += chunk
  })
  await untilTrue('the proxy serves', () => said.includes('serving initial configuration'))
  const end = async () => {
    const ended = once(child, 'exit')
    child.kill('SIGKILL')
    await ended
  }
  return { url: `http://127.0.0.1:${port}`, end }
}

test('news arrive all the same, each of them once, and soon after they happened', async () => {
  const house = await startHouseProcess()
  const proxy = await startBufferingProxy(new URL(house.url).host)
  const admin = new Caller({ request: (path, init) => fetch(house.url + path, init) })
  done(await admin.post<Me>('/api/session', { email: adminEmail, password: adminPassword }))
  const cookie = [...admin.cookies].map(([name, { value }]) => `${name}=${value}`).join('; ')
  const asked: string[] = []
  const restore = beBrowser(cookie, asked)
  const heard: AnyEvent[] = []
  const states: string[] = []
  const hear = { event: (event: AnyEvent) => heard.push(event), state: (state: string) => states.push(state) }
  // Without the locks that tell one tab from another: there is one.
  const end = makeSharedStream('inbox', `${proxy.url}/api/events`, 0, hear, null)
  try {
    await untilTrue('it asks for answers that end', () => asked.at(-1)?.endsWith('&wait') === true)
    const invite = () =>
      admin.post<InviteAnswer>('/api/invites', { phone: '+905329998877', assignment: 'direct' })
    const ids = [done(await invite()).conversationId]
    await untilTrue('the first is heard of', () => heard.some(isInviteOf(ids[0] ?? '')))
    ids.push(done(await invite()).conversationId)
    await untilTrue('the second is heard of', () => heard.some(isInviteOf(ids[1] ?? '')))
    const numbers = heard.map(({ seq }) => seq)
    assert.equal(
      numbers,
      [...new Set(numbers)].toSorted((one, other) => one - other),
    )
    assert.equal([states.filter((state) => state === 'connecting').length, states.at(-1)], [1, 'open'])
  } finally {
    end()
    restore()
    await proxy.end()
    await house.end()
  }
})

test.run()

const isInviteOf = (id: string) => (event: AnyEvent) =>
  event.type === 'conversation.invited' && event.conversationId === id

/** What the page's client knows of a browser, with its cookie. */
function beBrowser(cookie: string, asked: string[]): () => void {
  const plain = globalThis.fetch
  const quiet = { addEventListener() {}, removeEventListener() {} }
  Object.assign(globalThis, {
    ...quiet,
    document: { ...quiet, visibilityState: 'visible' },
    fetch: (path: string, init: RequestInit) => {
      if (!path.includes('/api/events')) return plain(path, init)
      asked.push(path)
      return plain(path, { ...init, headers: { ...init.headers, cookie } })
    },
  })
  return () => Object.assign(globalThis, { fetch: plain })
}
