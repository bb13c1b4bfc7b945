import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { type LineEvent, type LineState, stepLine } from '../../../pwa/call/line-state.ts'

const states: LineState[] = [
  { state: 'idle' },
  { state: 'asking-camera' },
  { state: 'dialling' },
  { state: 'connected', since: 1 },
  { state: 'reconnecting', since: 1 },
  { state: 'ended' },
  { state: 'failed', problem: 'line-lost' },
]

const events: LineEvent[] = [
  { event: 'asked' },
  { event: 'settled' },
  { event: 'dialled' },
  { event: 'up', at: 2 },
  { event: 'down', at: 3 },
  { event: 'troubled', problem: 'offline' },
  { event: 'failed', problem: 'taken-over' },
  { event: 'stopped' },
]

const failed = 'failed'
const listed: Record<LineState['state'], Partial<Record<LineEvent['event'], LineState['state']>>> = {
  idle: { asked: 'asking-camera', dialled: 'dialling' },
  'asking-camera': { settled: 'idle', dialled: 'dialling', up: 'connected', failed, stopped: 'ended' },
  dialling: { up: 'connected', troubled: 'dialling', failed, stopped: 'ended' },
  connected: { down: 'reconnecting', failed, stopped: 'ended' },
  reconnecting: { up: 'connected', troubled: 'reconnecting', failed, stopped: 'ended' },
  ended: { asked: 'asking-camera', dialled: 'dialling' },
  failed: { asked: 'asking-camera', dialled: 'dialling', stopped: 'ended' },
}

test('every listed step leads where the table says', () => {
  for (const from of states) {
    for (const event of events.filter((each) => listed[from.state][each.event])) {
      assert.is(stepLine(from, event)?.state, listed[from.state][event.event], `${from.state} ${event.event}`)
    }
  }
})

test('every other step is none', () => {
  let unlisted = 0
  for (const from of states) {
    for (const event of events.filter((each) => !listed[from.state][each.event])) {
      assert.is(stepLine(from, event), null, `${from.state} ${event.event}`)
      unlisted += 1
    }
  }
  assert.is(unlisted, states.length * events.length - 23)
})

test('a line that is back knows since when, and one that is away since when and why', () => {
  const connected = stepLine({ state: 'dialling', problem: 'offline' }, { event: 'up', at: 10 })
  assert.equal(connected, { state: 'connected', since: 10 })
  const away = stepLine({ state: 'connected', since: 10 }, { event: 'down', at: 20 })
  assert.equal(away, { state: 'reconnecting', since: 20 })
  assert.equal(stepLine(away as LineState, { event: 'troubled', problem: 'line-lost' }), {
    state: 'reconnecting',
    since: 20,
    problem: 'line-lost',
  })
})

test.run()
