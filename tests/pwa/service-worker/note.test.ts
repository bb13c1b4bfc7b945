import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { parseNoteData } from '../../../pwa/service-worker/note.ts'
import { jobNote } from './notices.ts'

test('what was kept with a notification comes back', () => {
  for (const data of [jobNote, { kind: 'open', path: '/conversations/a?took=b' }])
    assert.equal(parseNoteData(data), data)
})

test('what an older version kept, or anybody else, leads to the app and nowhere else', () => {
  const { key, ...keyless } = jobNote
  const bad = [
    null,
    'job',
    {},
    keyless,
    { ...jobNote, lang: 'xx' },
    { kind: 'open', path: 'https://elsewhere.test' },
    { kind: 'open', path: '//elsewhere.test' },
    { kind: 'open' },
  ]
  assert.is(key, 'a-key')
  for (const data of bad) assert.equal(parseNoteData(data), { kind: 'open', path: '/' }, JSON.stringify(data))
})

test.run()
