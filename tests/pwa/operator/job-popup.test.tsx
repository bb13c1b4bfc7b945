import { MemoryRouter, Route } from '@solidjs/router'
import { cleanup, fireEvent, screen, waitFor } from '@solidjs/testing-library'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import type { JobId } from '../../../edge/domain/ids.ts'
import { CallsContext } from '../../../pwa/operator/calls.ts'
import { DeskContext } from '../../../pwa/operator/desk.ts'
import { JobPopup } from '../../../pwa/operator/job-popup.tsx'
import { installStillSound } from '../call/still-sound.ts'
import { type Asked, openAppEdge, refusal } from './app-edge.ts'
import { show } from './show.tsx'
import { makeStillCalls, makeStillDesk } from './still-desk.ts'
import { ada, event, summary } from './summaries.ts'

installStillSound()

const jobId = 'j' as JobId
const conversation = summary('c', {
  state: 'offered',
  waitingSince: Date.now() - 65_000,
  message: 'Your boiler',
})
const offer = { jobId, expiresAt: Date.now() + 20_000, conversation }
const facts = { jobId, operatorId: ada, operatorName: 'Ada' }

/** A job that rings, at an edge that answers as said. */
async function ring(answer: (asked: Asked) => { status: number; body?: unknown }) {
  const edge = await openAppEdge(answer)
  const still = makeStillDesk(offer)
  const { calls, notes } = makeStillCalls()
  show(() => (
    <MemoryRouter>
      <Route
        path="*"
        component={() => (
          <DeskContext.Provider value={still.desk}>
            <CallsContext.Provider value={calls}>
              <input aria-label="Elsewhere" />
              <JobPopup />
            </CallsContext.Provider>
          </DeskContext.Provider>
        )}
      />
    </MemoryRouter>
  ))
  const popup = await screen.findByRole('alertdialog')
  return { ...still, edge, notes, popup }
}

const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }))
const isGone = () => waitFor(() => assert.is(screen.queryByRole('alertdialog'), null))
const remark = (words: RegExp) => waitFor(() => assert.match(document.body.textContent ?? '', words))

test.after.each(cleanup)

test('it says who waits, why, and since when', async () => {
  const { popup, edge } = await ring(() => ({ status: 204 }))
  for (const fact of [/New job appointment/, /Zeynep/, /Your boiler/, /1:0\d/, /Ada/]) {
    assert.match(popup.textContent ?? '', fact)
  }
  await edge.close()
})

test('the focus goes to the job and not to a button, so that the next key of a typist answers nothing', async () => {
  const { popup, edge } = await ring(() => ({ status: 204 }))
  await waitFor(() => assert.is(document.activeElement, popup))
  fireEvent.keyDown(popup, { key: 'Escape' })
  assert.ok(screen.queryByRole('alertdialog'))
  await edge.close()
})

test('green gets the line ready, takes the job, and ends the ringing', async () => {
  const accepted = { ...conversation, state: 'active' as const }
  const { edge, put, notes } = await ring(() => ({ status: 200, body: accepted }))
  press('Accept')
  await isGone()
  assert.is(edge.asked[0]?.path, '/api/jobs/j/accept')
  assert.is(put[0]?.state, 'active')
  assert.equal(notes, ['expect c', 'until c is up', 'settle c'])
  await edge.close()
})

test('whoever comes second is told who took it', async () => {
  const { edge, notes } = await ring(() => ({ status: 409, body: refusal('already-taken', { by: 'Bora' }) }))
  press('Accept')
  await isGone()
  await remark(/Bora took it/)
  assert.equal(notes, ['expect c', 'settle c'])
  await edge.close()
})

test('red turns it down', async () => {
  const { edge } = await ring(() => ({ status: 204 }))
  press('Decline')
  await isGone()
  assert.is(edge.asked[0]?.path, '/api/jobs/j/decline')
  await edge.close()
})

test('an outage leaves it ringing, so that green can be pressed again', async () => {
  const { edge } = await ring(() => ({ status: 503, body: refusal('unavailable') }))
  press('Accept')
  await remark(/Something went wrong/)
  assert.ok(screen.queryByRole('alertdialog'))
  await edge.close()
})

test('when it ends elsewhere it goes, and says why', async () => {
  const endings = [
    [event('offer.lapsed', 'c', facts), /went on to another operator/],
    [event('conversation.closed', 'c', {}), /customer left/],
    [event('job.accepted', 'c', facts), /another device/],
  ] as const
  for (const [ending, words] of endings) {
    const { edge, happens } = await ring(() => ({ status: 204 }))
    happens(ending)
    await isGone()
    await remark(words)
    await edge.close()
    cleanup()
  }
})

test.run()
