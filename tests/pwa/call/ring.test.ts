import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { makeRing } from '../../../pwa/call/ring.ts'
import { chooseRing, gainOf, ringAsChosen, ringChoice } from '../../../pwa/call/ring-choice.ts'
import { installStillSound } from './still-sound.ts'

const sound = installStillSound()

test.before.each(() => {
  localStorage.clear()
  sound.contexts = []
  sound.sinks = null
  ringAsChosen(() => false)
})

/** Rings, and looks at what plays meanwhile. */
function whileItRings(look: (context: (typeof sound.contexts)[number]) => void) {
  const end = makeRing()
  const [context] = sound.contexts
  assert.ok(context)
  look(context)
  end()
  assert.is(context.state, 'closed')
}

const loudness = ({ nodes }: (typeof sound.contexts)[number]) => nodes[0]?.gain.value

test('it repeats by itself until it is ended, without a timer that a browser would slow down', () =>
  whileItRings(({ nodes }) => assert.ok(nodes.some(({ loop, isStarted }) => loop && isStarted))))

test('a page that nobody has touched is heard from its first touch on', async () => {
  const end = makeRing()
  assert.is(sound.contexts[0]?.state, 'suspended')
  dispatchEvent(new Event('pointerdown'))
  await Promise.resolve()
  assert.is(sound.contexts[0]?.state, 'running')
  end()
})

test('it is as loud as the operator chose, and louder is more', () => {
  chooseRing({ volume: 25 })
  whileItRings((context) => assert.is(loudness(context), gainOf(25)))
  assert.ok(gainOf(25) < gainOf(60) && gainOf(60) < gainOf(100))
  assert.is(gainOf(0), 0)
})

test('it rings on the chosen loudspeaker, and on the device’s own where that is not there', async () => {
  chooseRing({ speaker: 'desk' })
  sound.sinks = async () => {}
  const end = makeRing()
  await new Promise((resolve) => setTimeout(resolve))
  assert.is(sound.contexts[0]?.sink, 'desk')
  end()
  sound.contexts = []
  sound.sinks = () => Promise.reject(new Error('no such loudspeaker'))
  whileItRings(({ nodes }) => assert.ok(nodes.some(({ isStarted }) => isStarted)))
})

test('who does not want to be disturbed hears nothing', () => {
  ringAsChosen(() => true)
  whileItRings((context) => assert.is(loudness(context), 0))
  const endTrial = makeRing({ isTrial: true })
  assert.ok(sound.contexts.at(-1)?.nodes[0]?.gain.value)
  endTrial()
})

test('what was kept is read with care', () => {
  const usual = ringChoice()
  for (const value of ['null', '7', '{"volume":"loud","speaker":4}', '{"volume":900}']) {
    localStorage.setItem('visavis.ring', value)
    assert.equal(ringChoice(), usual, value)
  }
})

test.run()
