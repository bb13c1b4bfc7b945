import { test } from 'uvu'
import * as assert from 'uvu/assert'
import type { ConversationId } from '../../../edge/domain/ids.ts'
import type { ArchiveMark } from '../../../edge/domain/wire.ts'
import type { CopyMark } from '../../../pwa/offline/archive-desk.ts'
import { keepPlan, overLimit } from '../../../pwa/operator/device/keep-plan.ts'

const mine = (id: string, over: Partial<CopyMark> = {}): CopyMark => ({
  ...{ id: id as ConversationId, seq: 1, name: 'Cem', archivedAt: 1, pinned: false, bytes: 100 },
  ...over,
})
const theirs = (id: string, over: Partial<ArchiveMark> = {}): ArchiveMark =>
  ({ id: id as ConversationId, seq: 1, name: 'Cem', ...over }) as ArchiveMark

test('what is new, has gone on or was renamed is fetched, the latest first, and nothing twice', () => {
  const here = [mine('same'), mine('behind'), mine('renamed'), mine('open-then', { archivedAt: null })]
  const there = ['new', 'same', 'behind', 'renamed', 'open-then'].map((id) => theirs(id))
  const changed = there.map((mark) =>
    mark.id === 'behind' ? { ...mark, seq: 2 } : mark.id === 'renamed' ? { ...mark, name: 'Ela' } : mark,
  )
  assert.equal(keepPlan(here, changed, new Set()), {
    drop: [],
    fetch: ['new', 'behind', 'renamed', 'open-then'],
  })
})

test('what the edge names no more goes: too old, erased, or out of reach; a conversation under way stays', () => {
  const plan = keepPlan([mine('old'), mine('under way', { archivedAt: null })], [], new Set(['under way']))
  assert.equal(plan, { drop: ['old'], fetch: [] })
})

test('over the limit in megabytes the oldest go until the rest fits, and nothing that was asked for or is under way', () => {
  const here = [
    mine('newest', { archivedAt: 3 }),
    mine('oldest', { archivedAt: 1 }),
    mine('middle', { archivedAt: 2 }),
    mine('asked for', { archivedAt: 0, pinned: true }),
    mine('under way', { archivedAt: null }),
  ]
  assert.equal(overLimit(here, 500), [])
  assert.equal(overLimit(here, 499), ['oldest'])
  assert.equal(overLimit(here, 300), ['oldest', 'middle'])
  assert.equal(overLimit(here, 0), ['oldest', 'middle', 'newest'])
})

test.run()
