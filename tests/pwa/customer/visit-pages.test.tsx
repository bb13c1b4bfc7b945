import { cleanup, fireEvent, render, screen } from '@solidjs/testing-library'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import type { Visit } from '../../../edge/domain/wire.ts'
// Fetched ahead, or the first test would wait for them to be compiled.
import '../../../pwa/customer/end-parts.ts'
import { VisitPages } from '../../../pwa/customer/visit-pages.tsx'
import { conversation } from '../../../pwa/words/en/conversation.ts'
import { customer } from '../../../pwa/words/en/customer.ts'
import { customerEnd } from '../../../pwa/words/en/customer-end.ts'
import { shared } from '../../../pwa/words/en/shared.ts'
import { sharedLater } from '../../../pwa/words/en/shared-later.ts'
import { WordsProvider } from '../../../pwa/words/words.tsx'
import { closed, makeLog, opened, rated } from '../conversation/logs.ts'
import { startVisitEdge, type VisitEdge, visit } from './visit-edge.ts'

document.documentElement.lang = 'en'

const dictionary = { ...shared, ...conversation, ...customer, ...customerEnd, ...sharedLater }
const source = { language: 'en' as const, dictionary, load: async () => dictionary }
let edge: VisitEdge

test.before.each(() => {
  edge = startVisitEdge()
  sessionStorage.clear()
})
test.after.each(() => {
  cleanup()
  edge.close()
})

function show(changes: Partial<Visit> = {}) {
  render(() => (
    <WordsProvider source={source}>
      <VisitPages visit={{ ...visit, ...changes }} onLost={() => {}} />
    </WordsProvider>
  ))
}

const question = () => screen.findByRole('radiogroup', { name: 'How was your conversation?' })

test('the landing says who would like to talk, and what will be asked for', () => {
  show()
  assert.ok(screen.getByRole('heading', { name: 'Ada from Acme would like to talk to you face to face' }))
  assert.ok(screen.getByText('We would like to look at your boiler:'))
  assert.ok(screen.getByText('Camera and microphone'))
  assert.is(document.title, 'Acme')
})

test('when the operator ends the conversation the customer is asked how it was', async () => {
  edge.events = makeLog([opened, closed])
  show()
  await question()
  const names = screen.getAllByRole('radio').map((radio) => radio.closest('label')?.textContent ?? '')
  assert.match(names.join(), /Very bad.*Bad.*Okay.*Good.*Very good/)
})

test('a rating with a comment arrives, and the last screen says thank you', async () => {
  edge.events = makeLog([opened, closed])
  show({ state: 'closed' })
  await question()
  fireEvent.click(screen.getByRole('radio', { name: 'Good' }))
  fireEvent.input(screen.getByRole('textbox', { name: 'Comment' }), { target: { value: ' Quick ' } })
  fireEvent.click(screen.getByRole('button', { name: 'Send rating' }))
  await screen.findByRole('heading', { name: 'Thank you' })
  const survey = edge.asked.find(({ path }) => path.endsWith('/survey'))
  assert.equal(survey?.body, { rating: 4, comment: 'Quick' })
})

test('without a face nothing is sent, and it is said what is missing', async () => {
  edge.events = makeLog([opened, closed])
  show({ state: 'closed' })
  await question()
  fireEvent.click(screen.getByRole('button', { name: 'Send rating' }))
  assert.is((await screen.findByRole('alert')).textContent, 'Tap one of the faces first.')
  assert.is(edge.asked.length, 0)
})

test('whoever comes back after rating is thanked and not asked again', async () => {
  edge.events = makeLog([opened, closed, rated])
  show({ state: 'closed' })
  await screen.findByRole('heading', { name: 'Thank you' })
  assert.is(screen.queryByRole('radiogroup'), null)
})

test.run()
