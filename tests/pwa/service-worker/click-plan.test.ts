import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { clickPlan } from '../../../pwa/service-worker/click-plan.ts'
import { jobNote } from './notices.ts'

test('the two buttons answer the job', () => {
  assert.equal(clickPlan('accept', jobNote), { do: 'accept', job: jobNote })
  assert.equal(clickPlan('decline', jobNote), { do: 'decline', job: jobNote })
})

test('a touch beside them accepts nothing: it brings up the app, where the job rings with both answers', () => {
  for (const action of ['', 'something-new'])
    assert.equal(clickPlan(action, jobNote), { do: 'open', path: '/?job=a-job' })
})

test('any other notification leads where it said', () => {
  const data = { kind: 'open', path: '/conversations/a' } as const
  for (const action of ['', 'accept']) assert.equal(clickPlan(action, data), { do: 'open', path: data.path })
})

test.run()
