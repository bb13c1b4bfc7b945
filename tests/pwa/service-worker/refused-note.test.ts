import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { EdgeError, offlineError } from '../../../pwa/platform/edge-error.ts'
import { refusedNote } from '../../../pwa/service-worker/refused-note.ts'
import { jobNote } from './notices.ts'

test('who comes second is told who took the job, in the place of what rang, and it goes by itself', () => {
  const taken = refusedNote(new EdgeError('already-taken', 409, '', { by: 'Grace' }), jobNote)
  const { body, tag, silent, actions } = taken.options
  assert.equal([taken.title, body, taken.isOver], ['This job is gone', 'Grace took it.', true])
  assert.equal([tag, silent, actions], ['job-1', true, undefined])
})

test('a job that went on or never was is gone too', () => {
  for (const [code, status] of [
    ['wrong-state', 409],
    ['not-found', 404],
  ] as const) {
    const gone = refusedNote(new EdgeError(code, status, ''), jobNote)
    assert.equal(
      [gone.title, gone.options.body, gone.isOver],
      ['This job is gone', 'It does not ring for you any more.', true],
    )
  }
})

test('without a signal nothing is lost: both answers stay, and the next try is the same intent', () => {
  for (const error of [offlineError(), new EdgeError('fault', 500, ''), new EdgeError('too-many', 429, '')]) {
    const again = refusedNote(error, jobNote)
    assert.equal([again.isOver, again.options.actions?.length], [false, 2])
    const { data } = again.options
    assert.equal(data.kind === 'job' && [data.jobId, data.key, data.tag], ['a-job', 'a-key', 'job-1'])
  }
})

test('who was signed out is asked to sign in, and comes back to the job', () => {
  const { title, options, isOver } = refusedNote(new EdgeError('not-signed-in', 401, ''), jobNote)
  assert.equal([title, isOver], ['Sign in to take the job', false])
  assert.equal(options.data, { kind: 'open', path: '/?job=a-job' })
})

test.run()
