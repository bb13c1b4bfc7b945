import { test } from 'uvu'
import * as assert from 'uvu/assert'
import type { VisitStep } from '../../../edge/domain/progress.ts'
import type { LineState } from '../../../pwa/call/line-state.ts'
import type { LocalMedia } from '../../../pwa/call/local-media.ts'
import { visitStep } from '../../../pwa/customer/visit-step.ts'

const nothing: LocalMedia = {
  camera: 'none',
  microphone: 'none',
  screen: false,
  maySwitch: false,
  mayShare: false,
  mirrored: true,
  problem: null,
}
const seen: LocalMedia = { ...nothing, camera: 'on', microphone: 'on' }
const idle: LineState = { state: 'idle' }
const connected: LineState = { state: 'connected', since: 1 }

const step = (state: LineState, media: LocalMedia, isInApp = false): VisitStep | null =>
  visitStep(state, media, isInApp)

test('nothing is told before anything was tried, and nothing after the end', () => {
  assert.is(step(idle, nothing), null)
  assert.is(step({ state: 'ended' }, nothing), null)
  assert.is(step({ state: 'ended' }, nothing, true), null)
})

test('the question, its answer and the call are told as they come', () => {
  assert.is(step({ state: 'asking-camera' }, { ...nothing, camera: 'asking' }), 'camera-asked')
  assert.is(step(idle, seen), 'camera-ready')
  assert.is(step(connected, seen), 'connected')
})

test('each trouble with the camera has its own step, also in a call', () => {
  for (const problem of ['camera-denied', 'camera-missing', 'camera-busy'] as const) {
    assert.is(step(idle, { ...nothing, problem }), problem)
    assert.is(step(connected, { ...nothing, problem }), problem)
  }
})

test('a missing microphone does not hide that the call is up', () => {
  assert.is(step(connected, { ...seen, microphone: 'none', problem: 'microphone-missing' }), 'connected')
})

test('inside of an app that is the trouble until the camera is there', () => {
  assert.is(step({ state: 'asking-camera' }, { ...nothing, camera: 'asking' }, true), 'in-app-browser')
  assert.is(step(idle, { ...nothing, problem: 'camera-denied' }, true), 'in-app-browser')
  assert.is(step(idle, seen, true), 'camera-ready')
})

test('a line that breaks or finds nobody is lost, whatever the camera does', () => {
  assert.is(step({ state: 'reconnecting', since: 1 }, seen), 'line-lost')
  assert.is(step({ state: 'dialling', problem: 'peer-unreachable' }, seen), 'line-lost')
  assert.is(step({ state: 'failed', problem: 'taken-over' }, seen), 'camera-ready')
})

test.run()
