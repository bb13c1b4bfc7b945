import { cleanup, fireEvent, render, screen, within } from '@solidjs/testing-library'
import { createSignal, type JSX } from 'solid-js'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { ConversationView } from '../../../pwa/conversation/conversation-view.tsx'
import { later } from '../../../pwa/conversation/later.tsx'
import type { PendingMessage, Sender } from '../../../pwa/conversation/outbox.ts'
import { applyEvents, emptyTimeline } from '../../../pwa/conversation/timeline.ts'
import { conversation as words } from '../../../pwa/words/en/conversation.ts'
import { WordsProvider } from '../../../pwa/words/words.tsx'
import { accepted, answered, hungUp, makeLog, opened, say } from './logs.ts'

const source = { language: 'en' as const, dictionary: words, load: async () => words }

function show(log = makeLog([opened, accepted])) {
  const [timeline, setTimeline] = createSignal(applyEvents(emptyTimeline, log))
  const [pending, setPending] = createSignal<readonly PendingMessage[]>([])
  const [typing, setTyping] = createSignal(false)
  const sent: string[] = []
  const retried: string[] = []
  const sender: Sender = {
    pending,
    send: (text) => void sent.push(text),
    retry: (id) => void retried.push(id),
    settle: () => {},
  }
  render(() => (
    <WordsProvider source={source}>
      <ConversationView
        side="customer"
        timeline={timeline()}
        sender={sender}
        typing={typing()}
        otherName="Ada"
      />
    </WordsProvider>
  ))
  return { setTimeline, setPending, setTyping, sent, retried }
}

const log = () => screen.getByRole('log', { name: 'Messages' })
const field = () => screen.getByRole('textbox', { name: 'Message' }) as HTMLTextAreaElement
const sendButton = () => screen.getByRole('button', { name: 'Send message' }) as HTMLButtonElement
const items = () => within(log()).getAllByRole('listitem')

function write(text: string) {
  fireEvent.input(field(), { target: { value: text } })
}

test.after.each(cleanup)

test('each event is a list item that carries its name', () => {
  show(makeLog([opened, accepted, answered, say('operator', 'Good morning'), hungUp]))
  assert.equal(
    items().map((item) => item.dataset.event),
    ['link.opened', 'job.accepted', 'call.answered', 'message.posted', 'call.hung-up'],
  )
})

test("a call's start and end are in green, with its duration, and other lines are not", () => {
  show(makeLog([opened, accepted, answered, hungUp]))
  const green = items().map((item) => item.querySelector('.text-success')?.textContent)
  assert.equal(green, [undefined, undefined, 'Video call started', 'Video call ended · 3:05'])
})

test('Enter sends what was written and leaves an empty field', () => {
  const { sent } = show()
  write('  Hello  ')
  fireEvent.keyDown(field(), { key: 'Enter' })
  assert.equal(sent, ['Hello'])
  assert.is(field().value, '')
})

test('Shift and Enter, or Enter inside an input method, send nothing', () => {
  const { sent } = show()
  write('Hello')
  fireEvent.keyDown(field(), { key: 'Enter', shiftKey: true })
  fireEvent.keyDown(field(), { key: 'Enter', isComposing: true })
  assert.equal(sent, [])
})

test('blanks cannot be sent', () => {
  const { sent } = show()
  write(' \n ')
  assert.ok(sendButton().disabled)
  fireEvent.keyDown(field(), { key: 'Enter' })
  assert.equal(sent, [])
})

test('a message that is too long is kept, and says by how much', () => {
  const { sent } = show()
  write('x'.repeat(100_000))
  fireEvent.keyDown(field(), { key: 'Enter' })
  assert.equal(sent, [])
  assert.is(screen.getByRole('alert').textContent, 'This message is 90000 characters too long.')
  assert.is(field().value.length, 100_000)
})

test('a message on its way is seen as such, and one that was not sent offers Retry', () => {
  const { setPending, retried } = show()
  const message = { messageId: 'm', text: 'Hello', at: Date.now() }
  setPending([{ ...message, status: 'sending' }])
  assert.match(items().at(-1)?.textContent ?? '', /Hello.*Sending/)
  setPending([{ ...message, status: 'failed' }])
  fireEvent.click(within(log()).getByRole('button', { name: 'Retry' }))
  assert.equal(retried, ['m'])
})

test('a message that looks like a page is text', () => {
  show(makeLog([say('operator', '<img src=x onerror=alert(1)><script>alert(2)</script>')]))
  assert.is(log().querySelector('img, script'), null)
  assert.match(log().textContent ?? '', /<img src=x/)
})

test('a link opens elsewhere and takes nothing along, and reads the same before it is one', async () => {
  show(makeLog([say('operator', 'See https://example.org/a.')]))
  within(log()).getByText('See https://example.org/a.')
  const link = (await within(log()).findByRole('link')) as HTMLAnchorElement
  assert.is(link.href, 'https://example.org/a')
  assert.is(link.target, '_blank')
  assert.is(link.rel, 'noopener noreferrer nofollow')
})

test('a new message of the other side is said aloud, what was there before and one’s own are not', () => {
  const first = makeLog([opened, accepted, say('operator', 'earlier')])
  const { setTimeline } = show(first)
  const spoken = () => document.querySelector('[aria-live=polite]')?.textContent
  assert.is(spoken(), '')
  const more = makeLog([
    opened,
    accepted,
    say('operator', 'earlier'),
    say('customer', 'mine'),
    say('operator', 'new'),
  ])
  setTimeline((before) => applyEvents(before, more))
  assert.is(spoken(), 'Ada: new')
})

test('what comes later has a sign in its place until it is here', async () => {
  let arrive = (_: () => JSX.Element) => {}
  const load = () => new Promise<() => JSX.Element>((resolve) => (arrive = resolve))
  const Part = later(load, [], () => <p>On its way</p>)
  render(() => <Part />)
  screen.getByText('On its way')
  arrive(() => <p>Here</p>)
  await screen.findByText('Here')
  assert.is(screen.queryByText('On its way'), null)
})

test('typing is shown with the name of who types', () => {
  const { setTyping } = show()
  assert.is(screen.queryByText('Ada is typing'), null)
  setTyping(true)
  assert.ok(screen.getByText('Ada is typing'))
})

test.run()
