import { cleanup, fireEvent, render, screen } from '@solidjs/testing-library'
import { createSignal } from 'solid-js'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import type { CallId } from '../../../edge/domain/ids.ts'
import type { Side } from '../../../edge/domain/tickets.ts'
import type { OpenCall } from '../../../edge/domain/wire.ts'
import { CallPlace } from '../../../pwa/call/call-place.tsx'
import { call as words } from '../../../pwa/words/en/call.ts'
import { WordsProvider } from '../../../pwa/words/words.tsx'
import { makeStillLine } from './still-line.ts'
import { installStillSound } from './still-sound.ts'

document.documentElement.lang = 'en'
installStillSound()

const ringing: OpenCall = { id: 'c' as CallId, state: 'ringing', placedBy: 'operator', answeredAt: null }
const live: OpenCall = { ...ringing, state: 'live', answeredAt: Date.now() - 185_000 }
const source = { language: 'en' as const, dictionary: words, load: async () => words }

function show(side: Side, first: OpenCall | null) {
  const still = makeStillLine(side)
  const [call, setCall] = createSignal(first)
  const press = (name: string) => () => void still.pressed.push(name)
  render(() => (
    <WordsProvider source={source}>
      <CallPlace
        line={still.line}
        call={call()}
        remoteName="Bora"
        onAnswer={press('answer')}
        onDecline={press('decline')}
        onEnd={press('end')}
      />
    </WordsProvider>
  ))
  return { ...still, setCall }
}

const button = (name: string) => screen.getByRole('button', { name })
const region = () => screen.getByRole('region', { name: 'Video call' })

test.after.each(cleanup)

for (const side of ['customer', 'operator'] as const) {
  test(`the ${side} finds both pictures and every button by its name`, () => {
    const { pressed } = show(side, live)
    assert.is(region().dataset.line, 'connected')
    for (const label of ['Customer video', 'Operator video']) {
      const video = screen.getByLabelText<HTMLVideoElement>(label)
      assert.ok(video.hasAttribute('playsinline'))
      assert.is(video.muted, label.toLowerCase().startsWith(side), `${label} muted for the ${side}`)
    }
    const names = ['Mute microphone', 'Turn camera off', 'Switch camera', 'Share screen', 'End video call']
    for (const name of names) fireEvent.click(button(name))
    assert.equal(pressed, ['microphone', 'camera', 'switch', 'screen', 'end'])
    assert.ok(screen.getByRole('timer').textContent?.startsWith('3:0'))
  })
}

test('what is off is offered to be switched on', () => {
  const { setMedia } = show('customer', live)
  setMedia((media) => ({ ...media, camera: 'off', microphone: 'off', maySwitch: false, mayShare: false }))
  assert.ok(button('Unmute microphone'))
  assert.ok(button('Turn camera on'))
  assert.not(screen.queryByRole('button', { name: 'Switch camera' }))
  assert.not(screen.queryByRole('button', { name: 'Share screen' }))
})

test('a reduced video keeps its sound, the way back and the end', () => {
  const { pressed } = show('operator', live)
  fireEvent.click(button('Reduce video'))
  assert.is(region().dataset.size, 'reduced')
  assert.ok(screen.getByLabelText('Customer video'))
  fireEvent.click(button('End video call'))
  assert.equal(pressed, ['end'])
  fireEvent.click(button('Restore video'))
  assert.is(region().dataset.size, 'normal')
})

test('each state of the line has its words, and each problem its button', () => {
  const { setState, pressed } = show('customer', live)
  setState({ state: 'dialling' })
  assert.ok(screen.getByText('Connecting…'))
  setState({ state: 'reconnecting', since: 0 })
  assert.ok(screen.getByText('Reconnecting…'))
  setState({ state: 'failed', problem: 'taken-over' })
  assert.ok(screen.getByText('The video call goes on in another window.'))
  fireEvent.click(button('Take it here'))
  assert.equal(pressed, ['retry'])
  assert.is(region().dataset.line, 'failed')
})

test('a camera that is refused is said plainly, can be tried again, and waved away', () => {
  const { setMedia, pressed } = show('customer', live)
  setMedia((media) => ({ ...media, camera: 'none', problem: 'camera-busy' }))
  assert.ok(screen.getByText('Bora does not see you'))
  fireEvent.click(button('Try again'))
  assert.equal(pressed, ['retry'])
  fireEvent.click(button('common.close'))
  assert.not(screen.queryByRole('button', { name: 'Try again' }))
})

test('the other side’s picture is not a black hole when their camera is off', () => {
  const { setRemoteMedia } = show('operator', live)
  setRemoteMedia({ camera: 'off', microphone: 'on', screen: false })
  assert.ok(screen.getByText('Camera is off'))
  setRemoteMedia({ camera: 'off', microphone: 'on', screen: true })
  assert.not(screen.queryByText('Camera is off'))
})

test('a call rings at the called side, and accepting asks for the camera within the same tap', async () => {
  const { pressed, setCall } = show('customer', ringing)
  const panel = await screen.findByRole('alertdialog', { name: 'Video call from Bora' })
  assert.not(panel.contains(document.activeElement))
  fireEvent.click(button('Accept'))
  fireEvent.click(button('Decline'))
  assert.equal(pressed, ['prepare', 'answer', 'decline'])
  setCall(live)
  assert.ok(region())
})

test('a call of ours rings on the other side, and can be taken back', async () => {
  const { pressed, setCall } = show('operator', ringing)
  assert.ok(await screen.findByText('Ringing…'))
  fireEvent.click(button('Cancel'))
  assert.equal(pressed, ['end'])
  setCall(null)
  assert.not(screen.queryByText('Ringing…'))
  assert.not(screen.queryByRole('region', { name: 'Video call' }))
})

test.run()
