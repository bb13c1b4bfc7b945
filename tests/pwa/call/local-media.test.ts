import { createRoot } from 'solid-js'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { createLocalMedia, type LocalMediaDesk } from '../../../pwa/call/local-media.ts'
import { makeFakeDevices } from './fake-devices.ts'

let desk: LocalMediaDesk
let dispose: () => void
let machine: ReturnType<typeof makeFakeDevices>

test.before.each(() => {
  machine = makeFakeDevices()
  createRoot((end) => {
    dispose = end
    desk = createLocalMedia()
  })
})
test.after.each(() => dispose())

/** Lets everything that the last press began come to its end. */
const settled = () => new Promise((resolve) => setImmediate(resolve))
const shown = () => `${desk.media().camera} ${desk.media().microphone}`

test('nothing is asked for before it is wanted', () => {
  assert.is(shown(), 'none none')
  assert.equal(machine.asked, [])
})

test('a camera that is off is really off, and comes back when it is wanted', async () => {
  await desk.ask()
  desk.toggleCamera()
  assert.is(shown(), 'off on')
  assert.equal(machine.lights(), ['audio'])
  desk.toggleCamera()
  await settled()
  assert.is(shown(), 'on on')
  assert.equal(machine.lights(), ['audio', 'video'])
})

test('a muted microphone sends silence and asks nobody to come back', async () => {
  await desk.ask()
  desk.toggleMicrophone()
  assert.is(shown(), 'on off')
  assert.is(desk.real().audio?.enabled, false)
  desk.toggleMicrophone()
  assert.is(desk.real().audio?.enabled, true)
  assert.equal(machine.asked, ['audio+video'])
})

test('asking for a microphone does not turn on a camera that was switched off', async () => {
  machine.trouble = { audio: 'NotFoundError' }
  await desk.ask()
  desk.toggleCamera()
  machine.trouble = {}
  desk.toggleMicrophone()
  await settled()
  assert.is(shown(), 'off on')
  assert.equal(machine.lights(), ['audio'])
})

test('a microphone that was muted stays muted when it is plugged in again', async () => {
  await desk.ask()
  desk.toggleMicrophone()
  machine.given.find(({ kind }) => kind === 'audio')?.breakDown()
  assert.is(desk.media().problem, 'microphone-missing')
  await desk.ask()
  assert.is(shown(), 'on off')
  assert.is(desk.real().audio?.enabled, false)
})

test('a camera that breaks down is told, and one button brings it back', async () => {
  await desk.ask()
  machine.given.find(({ kind }) => kind === 'video')?.breakDown()
  assert.is(shown(), 'none on')
  assert.is(desk.media().problem, 'camera-stopped')
  await desk.ask()
  assert.is(shown(), 'on on')
  assert.is(desk.media().problem, null)
  assert.equal(machine.asked, ['audio+video', 'video'])
})

test('two presses ask once', async () => {
  await Promise.all([desk.ask(), desk.ask()])
  assert.equal(machine.asked, ['audio+video'])
})

test('a permission that comes after the end is given back at once', async () => {
  let grant = () => {}
  machine.before = () => new Promise((resolve) => (grant = resolve))
  const asking = desk.ask()
  assert.is(shown(), 'asking asking')
  desk.release()
  grant()
  await asking
  assert.is(shown(), 'none none')
  assert.equal(machine.lights(), [])
})

test('the end puts out every light, also one that is just coming on', async () => {
  await desk.ask()
  desk.toggleCamera()
  desk.toggleCamera()
  desk.release()
  await settled()
  assert.equal(machine.lights(), [])
  assert.is(shown(), 'none none')
})

test('an unplugged device is replaced by another one, and it is said until somebody has seen it', async () => {
  await desk.ask()
  machine.plugged = [
    { kind: 'videoinput', deviceId: 'another camera' },
    { kind: 'audioinput', deviceId: 'another microphone' },
  ]
  machine.given[1]?.breakDown()
  await settled()
  assert.is(shown(), 'on on')
  assert.is(desk.media().problem, 'camera-replaced')
  machine.given[0]?.breakDown()
  await settled()
  assert.is(desk.media().problem, 'microphone-replaced')
  assert.equal(machine.lights().sort(), ['audio', 'video'])
  await desk.ask()
  assert.is(desk.media().problem, null)
  assert.equal(machine.asked, ['audio+video', 'video', 'audio'])
})

test('a camera that is only taken by somebody else is not replaced behind the person’s back', async () => {
  await desk.ask()
  machine.plugged = [{ kind: 'videoinput', deviceId: 'video in use' }]
  machine.given[1]?.breakDown()
  await settled()
  assert.is(desk.media().problem, 'camera-stopped')
  assert.equal(machine.lights(), ['audio'])
})

test('a camera chosen while it is off is not turned on by that', async () => {
  await desk.ask()
  desk.toggleCamera()
  desk.choose('camera', 'another camera')
  await settled()
  assert.is(shown(), 'off on')
  desk.choose('microphone', 'another microphone')
  await settled()
  assert.equal(machine.lights(), ['audio'])
})

test.run()
