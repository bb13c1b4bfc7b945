import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { beginLine, keepLine, lineLock, lineTicket } from '../../../pwa/operator/line-head-start.ts'

let kept = new Map<string, string>()
let asked: string[] = []
let knocked: string[] = []
let heldLocks: string[] = []
let isRefusing = false

Object.assign(globalThis, {
  location: { href: 'https://help.example/' },
  sessionStorage: {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, value: string) => kept.set(name, value),
    removeItem: (name: string) => kept.delete(name),
  },
  async fetch(path: string) {
    asked.push(path)
    if (isRefusing) return Response.json({ error: { code: 'wrong-state', message: '' } }, { status: 409 })
    return Response.json({ peerId: 'me', token: `t${asked.length}`, brokers: ['/peer'] })
  },
  WebSocket: class {
    constructor(url: string) {
      knocked.push(new URL(url).searchParams.get('token') ?? '')
    }
  },
})
Object.defineProperty(globalThis, 'navigator', {
  value: { locks: { query: async () => ({ held: heldLocks.map((name) => ({ name })) }) } },
})

test.before.each(() => {
  kept = new Map()
  asked = []
  knocked = []
  heldLocks = []
  isRefusing = false
})

const ofA = '/api/conversations/a/line'
const settled = () => new Promise((resolve) => setTimeout(resolve))

test('a reload in a call comes to the broker before the call is drawn, which goes on with the same ticket', async () => {
  keepLine('a', true)
  beginLine()
  await settled()
  assert.equal([asked, knocked], [[ofA], ['t1']])
  assert.is((await lineTicket('a')).token, 't1')
  assert.is((await lineTicket('a')).token, 't2', 'the next time anew')
})

test('whoever was in no call asks for nothing, nor when it was over before', async () => {
  beginLine()
  keepLine('a', true)
  keepLine('b', false)
  keepLine('a', false)
  beginLine()
  await settled()
  assert.equal([asked, knocked], [[], []])
})

test('it is tried once: a call that ended meanwhile is not asked for at each reload', async () => {
  keepLine('a', true)
  isRefusing = true
  beginLine()
  beginLine()
  await settled()
  assert.equal([asked, knocked], [[ofA], []])
  isRefusing = false
  assert.is((await lineTicket('a')).token, 't2')
})

test('a tab that was doubled leaves the call where it is', async () => {
  keepLine('a', true)
  heldLocks = [lineLock('a')]
  beginLine()
  await settled()
  assert.equal([asked, knocked], [[ofA], []])
})

test('the line of another conversation gets a ticket of its own', async () => {
  keepLine('a', true)
  beginLine()
  await settled()
  await lineTicket('b')
  assert.is(asked.at(-1), '/api/conversations/b/line')
})

test.run()
