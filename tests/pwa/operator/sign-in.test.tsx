import { cleanup, fireEvent, screen, waitFor } from '@solidjs/testing-library'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { SignIn } from '../../../pwa/operator/sign-in.tsx'
import { openAppEdge, refusal } from './app-edge.ts'
import { show } from './show.tsx'
import { me } from './summaries.ts'

test.after.each(cleanup)

function fill(email: string, password: string) {
  fireEvent.input(screen.getByLabelText('Email'), { target: { value: email } })
  fireEvent.input(screen.getByLabelText('Password'), { target: { value: password } })
}
const press = () =>
  fireEvent.submit(screen.getByRole('button', { name: 'Sign in' }).closest('form') as HTMLElement)

test('the right pair lets in whoever the edge says it is', async () => {
  const edge = await openAppEdge(() => ({ status: 200, body: me }))
  const session = show(() => <SignIn />)
  fill(' ada@example.com ', 'correct horse')
  press()
  await waitFor(() => assert.equal(session.state(), { state: 'signed-in', me, start: null }))
  assert.equal(edge.asked[0]?.body, { email: 'ada@example.com', password: 'correct horse' })
  await edge.close()
})

test('a wrong pair is told in one sentence, whichever of the two was wrong', async () => {
  const sentences: (string | null)[] = []
  for (const [status, code] of [
    [401, 'not-signed-in'],
    [422, 'invalid-input'],
  ] as const) {
    const edge = await openAppEdge(() => ({ status, body: refusal(code, { field: 'password' }) }))
    const session = show(() => <SignIn />)
    fill('x@example.com', 'y')
    press()
    sentences.push((await screen.findByRole('alert')).textContent)
    assert.is(session.state().state, 'asking')
    await edge.close()
    cleanup()
  }
  assert.is(sentences[0], sentences[1])
  assert.match(sentences[0] ?? '', /do not match/)
})

test('somebody who guesses too often is told to wait, and an outage is called one', async () => {
  const edge = await openAppEdge(() => ({ status: 429, body: refusal('too-many') }))
  show(() => <SignIn />)
  press()
  assert.match((await screen.findByRole('alert')).textContent ?? '', /Wait a few minutes/)
  await edge.close()
  cleanup()

  const dead = await openAppEdge(() => ({ status: 200 }))
  await dead.close()
  const plainFetch = globalThis.fetch
  globalThis.fetch = () => Promise.reject(new TypeError('no network'))
  show(() => <SignIn />)
  press()
  assert.match((await screen.findByRole('alert')).textContent ?? '', /Check your connection/)
  globalThis.fetch = plainFetch
})

test('pressing twice asks once', async () => {
  let answerNow = () => {}
  const holds = new Promise<void>((resolve) => {
    answerNow = resolve
  })
  const edge = await openAppEdge(() => ({ status: 200, body: me, holds }))
  const session = show(() => <SignIn />)
  press()
  press()
  await waitFor(() => assert.is(edge.asked.length, 1))
  answerNow()
  await waitFor(() => assert.is(session.state().state, 'signed-in'))
  // Beside the key of what the device keeps.
  assert.equal(
    edge.asked.map(({ path }) => path),
    ['/api/session', '/api/session/key'],
  )
  await edge.close()
})

test.run()
