import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { captureBoth } from '../../../pwa/call/media.ts'
import { makeFakeDevices } from './fake-devices.ts'

const outcome = async () => {
  const { audio, video, problem } = await captureBoth()
  return { audio: audio !== null, video: video !== null, problem }
}

test('with both there is one question and both are given', async () => {
  const machine = makeFakeDevices()
  assert.equal(await outcome(), { audio: true, video: true, problem: null })
  assert.equal(machine.asked, ['audio+video'])
})

test('who says no is not asked again', async () => {
  const machine = makeFakeDevices()
  machine.trouble = { audio: 'NotAllowedError', video: 'NotAllowedError' }
  assert.equal(await outcome(), { audio: false, video: false, problem: 'camera-denied' })
  assert.equal(machine.asked, ['audio+video'])
})

test('a camera that was blocked long ago does not silence a microphone that was allowed', async () => {
  const machine = makeFakeDevices()
  machine.trouble = { video: 'NotAllowedError' }
  machine.permissions = { camera: 'denied', microphone: 'granted' }
  assert.equal(await outcome(), { audio: true, video: false, problem: 'camera-denied' })
})

test('what is missing or taken does not keep the rest', async () => {
  const machine = makeFakeDevices()
  machine.trouble = { video: 'NotFoundError' }
  assert.equal(await outcome(), { audio: true, video: false, problem: 'camera-missing' })
  machine.trouble = { video: 'NotReadableError' }
  assert.equal(await outcome(), { audio: true, video: false, problem: 'camera-busy' })
  machine.trouble = { audio: 'NotFoundError' }
  assert.equal(await outcome(), { audio: false, video: true, problem: 'microphone-missing' })
  machine.trouble = { audio: 'NotFoundError', video: 'NotFoundError' }
  assert.equal(await outcome(), { audio: false, video: false, problem: 'camera-missing' })
})

test.run()
