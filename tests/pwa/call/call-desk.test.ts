import { createRenderEffect, createRoot, createSignal } from 'solid-js'
import { createStore } from 'solid-js/store'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import type { CallId } from '../../../edge/domain/ids.ts'
import type { Side } from '../../../edge/domain/tickets.ts'
import type { OpenCall } from '../../../edge/domain/wire.ts'
import { followCall } from '../../../pwa/call/call-desk.ts'
import { makeStillLine } from './still-line.ts'

const ringing: OpenCall = { id: 'c' as CallId, state: 'ringing', placedBy: 'operator', answeredAt: null }
const live: OpenCall = { ...ringing, state: 'live', answeredAt: 1 }

/** What the line is told while the edge says these things one after the other. */
function told(side: Side, ...calls: (OpenCall | null)[]): string[] {
  const { line, pressed } = makeStillLine(side)
  const [call, setCall] = createSignal<OpenCall | null>(calls[0] ?? null)
  const dispose = createRoot((end) => {
    followCall(line, call)
    return end
  })
  for (const next of calls.slice(1)) setCall(next)
  dispose()
  return pressed
}

test('a call that was live before the page was loaded is taken up', () => {
  assert.equal(told('customer', live), ['start'])
})

test('who calls gets ready while it rings; who is called stays dark', () => {
  assert.equal(told('operator', null, ringing, live, null), ['prepare', 'start', 'stop'])
  assert.equal(told('customer', null, ringing, live, null), ['start', 'stop'])
})

test('a ring that ends without an answer puts the lights out', () => {
  assert.equal(told('operator', ringing, null), ['prepare', 'stop'])
})

test('a call that a store changes in place is followed all the same', () => {
  const { line, pressed } = makeStillLine('operator')
  const [store, setStore] = createStore({ call: ringing })
  const dispose = createRoot((end) => {
    followCall(line, () => store.call)
    return end
  })
  setStore('call', 'state', 'live')
  dispose()
  assert.equal(pressed, ['prepare', 'start'])
})

test('the line is on its way before anything is drawn for the call', () => {
  const { line, pressed } = makeStillLine('customer')
  const [call, setCall] = createSignal<OpenCall | null>(null)
  const seen: string[] = []
  const dispose = createRoot((end) => {
    followCall(line, call)
    createRenderEffect(() => call() && seen.push(...pressed))
    return end
  })
  setCall(live)
  dispose()
  assert.equal(seen, ['start'])
})

test('without a call nothing is touched: a waiting room may have the camera', () => {
  assert.equal(told('customer', null, null), [])
})

test.run()
