import { createRoot } from 'solid-js'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { createLocalMedia, type LocalMediaDesk } from '../../../pwa/call/local-media.ts'
import { makeFakeClock } from './fake-clock.ts'
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

const comeToFront = async () => {
  document.dispatchEvent(new Event('visibilitychange'))
  await settled()
}

test('a device that a phone call took is taken back by itself, where nobody is asked for it', async () => {
  machine.permissions = { camera: 'granted', microphone: 'granted' }
  await desk.ask()
  machine.plugged = [
    { kind: 'videoinput', deviceId: 'video in use' },
    { kind: 'audioinput', deviceId: 'audio in use' },
  ]
  machine.trouble = { audio: 'NotReadableError', video: 'NotReadableError' }
  for (const track of machine.given) track.breakDown()
  await settled()
  await comeToFront()
  assert.is(shown(), 'none none')
  assert.equal(machine.lights(), [])
  machine.trouble = {}
  await comeToFront()
  assert.is(shown(), 'on on')
  assert.is(desk.media().problem, null)
  const asked = machine.asked.length
  await comeToFront()
  assert.is(machine.asked.length, asked)
})

test('what was lost is not asked for again behind the page, nor after the end', async () => {
  machine.permissions = { camera: 'granted' }
  await desk.ask()
  machine.plugged = [{ kind: 'videoinput', deviceId: 'video in use' }]
  machine.given[1]?.breakDown()
  await settled()
  desk.release()
  await comeToFront()
  assert.equal(machine.asked, ['audio+video'])
})

test('an interruption is said, shows no frozen picture as live, and is over by itself', async () => {
  await desk.ask()
  const [sound, picture] = machine.given
  picture?.interrupt('mute')
  assert.is(shown(), 'off on')
  assert.is(desk.media().problem, 'camera-interrupted')
  sound?.interrupt('mute')
  assert.is(shown(), 'off off')
  picture?.interrupt('unmute')
  assert.is(shown(), 'on off')
  assert.is(desk.media().problem, 'microphone-interrupted')
  sound?.interrupt('unmute')
  assert.is(desk.media().problem, null)
  assert.equal(machine.asked, ['audio+video'])
})

test('whoever stays muted sees the light go out, and is heard again with one press', async () => {
  const clock = makeFakeClock()
  try {
    machine.permissions = { microphone: 'granted' }
    await desk.ask()
    desk.toggleMicrophone()
    clock.pass(4_999)
    await settled()
    assert.equal(machine.lights(), ['audio', 'video'])
    clock.pass(1)
    await settled()
    assert.equal(machine.lights(), ['video'])
    assert.is(shown(), 'on off')
    desk.toggleMicrophone()
    await settled()
    assert.is(shown(), 'on on')
    assert.is(desk.real().audio?.enabled, true)
    assert.equal(machine.asked, ['audio+video', 'audio'])
  } finally {
    clock.restore()
  }
})

test('where the browser would ask again, a muted microphone is kept', async () => {
  const clock = makeFakeClock()
  try {
    await desk.ask()
    desk.toggleMicrophone()
    clock.pass(60_000)
    await settled()
    assert.equal(machine.lights(), ['audio', 'video'])
  } finally {
    clock.restore()
  }
})

test('both sides hear each other without echo and noise', async () => {
  await desk.ask()
  assert.equal(machine.sound, { echoCancellation: true, noiseSuppression: true, autoGainControl: true })
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
