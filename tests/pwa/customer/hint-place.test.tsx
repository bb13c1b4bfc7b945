import { cleanup, fireEvent, render, screen } from '@solidjs/testing-library'
import { createSignal } from 'solid-js'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { hints } from '../../../edge/domain/progress.ts'
import { applyEvents, emptyTimeline } from '../../../pwa/conversation/timeline.ts'
import { HintPlace } from '../../../pwa/customer/hint-place.tsx'
import { conversation } from '../../../pwa/words/en/conversation.ts'
import { customerHelp } from '../../../pwa/words/en/customer-help.ts'
import { shared } from '../../../pwa/words/en/shared.ts'
import { WordsProvider } from '../../../pwa/words/words.tsx'
import { ada, makeLog } from '../conversation/logs.ts'
import { visit } from './visit-edge.ts'

const dictionary = { ...shared, ...conversation, ...customerHelp }
const source = { language: 'en' as const, dictionary, load: async () => dictionary }

globalThis.headStart = { asked: { token: 'abcdefghijklmnopqrst-_' }, key: '', answer: null }

test.before.each(() => sessionStorage.clear())
test.after.each(cleanup)

function show(...sent: readonly string[]) {
  const timeline = applyEvents(emptyTimeline, makeLog(sent.map((hint) => [ada, 'hint.sent', { hint }])))
  const [isSeen, setSeen] = createSignal(false)
  const [isShown, setShown] = createSignal(false)
  let retries = 0
  render(() => {
    const retry = () => {
      retries += 1
    }
    return (
      <WordsProvider source={source}>
        <HintPlace
          room={{ visit, timeline: () => timeline }}
          isSeen={isSeen}
          onRetry={retry}
          onShown={setShown}
        />
      </WordsProvider>
    )
  })
  return { setSeen, isShown, retries: () => retries }
}

for (const hint of hints) {
  test(`the hint "${hint}" says what to do in a place that is read out politely`, async () => {
    show(hint)
    const title = await screen.findByText(customerHelp[`tip.${hint}`])
    assert.ok(title.closest('[role=status]'))
    assert.ok(screen.getByText('A tip from Ada'))
  })
}

test('only the latest hint is shown', async () => {
  show('reload-page', 'find-better-network')
  await screen.findByText('Find a better connection')
  assert.is(screen.queryByText('Load this page again'), null)
})

test('a hint that was waved away does not come back with the page', async () => {
  show('find-better-network')
  fireEvent.click(await screen.findByRole('button', { name: 'Close' }))
  assert.is(screen.queryByText('Find a better connection'), null)
  cleanup()
  show('find-better-network')
  assert.is(screen.queryByText('Find a better connection'), null)
})

test('the camera’s hint asks again at a tap, and is gone once the camera is on', async () => {
  const { setSeen, isShown, retries } = show('allow-camera')
  fireEvent.click(await screen.findByRole('button', { name: 'Try again' }))
  assert.is(retries(), 1)
  assert.is(isShown(), true)
  setSeen(true)
  assert.is(screen.queryByText('A tip from Ada'), null)
  assert.is(isShown(), false)
})

test.run()
