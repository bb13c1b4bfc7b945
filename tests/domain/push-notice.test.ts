import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { parseNotice } from '../../edge/domain/push-notice.ts'

const job = {
  v: 1,
  kind: 'job',
  tag: 'job:1',
  jobId: 'j',
  lang: 'en',
  title: 'New job appointment',
  body: 'Ada waits',
}

test('a notice is read as it was written', () => {
  const full = { ...job, conversationId: 'c', expiresAt: 1, canary: 'token' }
  assert.equal(parseNotice(JSON.parse(JSON.stringify(full))), full)
  assert.equal(parseNotice({ ...job, later: 'a field of a newer edge' })?.tag, 'job:1')
})

test('what is no notice of this version is none', () => {
  const without = ({ jobId: _, ...rest }: typeof job) => rest
  const broken = [null, 'job', [], {}, { ...job, v: 2 }, { ...job, kind: 'poll' }, { ...job, tag: 1 }]
  const worse = [{ ...job, lang: 'de' }, { ...job, expiresAt: 'soon' }, { ...job, canary: 1 }, without(job)]
  for (const value of [...broken, ...worse]) assert.is(parseNotice(value), null, JSON.stringify(value))
})

test.run()
