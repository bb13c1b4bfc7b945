import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { chooseOperator } from '../../edge/domain/job.ts'

const candidate = (operatorId: string, load = 0, lastOfferedAt = 0, limit = 3) => ({
  operatorId,
  load,
  limit,
  lastOfferedAt,
})
const chosen = (...args: Parameters<typeof chooseOperator>) => chooseOperator(...args)?.operatorId ?? null

test('the least busy operator is asked', () => {
  assert.is(chosen([candidate('ayse', 2), candidate('bora', 1), candidate('cem', 2)], []), 'bora')
})

test('of two equally busy the one who was asked longest ago', () => {
  assert.is(chosen([candidate('ayse', 1, 500), candidate('bora', 1, 400)], []), 'bora')
  assert.is(chosen([candidate('ayse', 1, 300), candidate('bora', 1, 400)], []), 'ayse')
})

test('round robin: asked in turn, everybody is asked once before anybody twice', () => {
  const team = [candidate('ayse'), candidate('bora'), candidate('cem')]
  const asked = Array.from({ length: 6 }, (_, turn) => {
    const next = chooseOperator(team, [])
    if (next) next.lastOfferedAt = turn + 1
    return next?.operatorId
  })
  assert.equal(asked, ['ayse', 'bora', 'cem', 'ayse', 'bora', 'cem'])
})

test('who is at the limit is not asked, however long ago it was', () => {
  assert.is(chosen([candidate('ayse', 1, 0, 1), candidate('bora', 5, 900, 6)], []), 'bora')
  assert.is(chosen([candidate('ayse', 3)], []), null)
  assert.is(chosen([candidate('ayse', 4, 0, 3)], []), null)
})

test('a preferred operator is asked before a less busy one', () => {
  assert.is(chosen([candidate('ayse', 2), candidate('bora', 0)], ['ayse']), 'ayse')
})

test('of the preferred the first who is free', () => {
  const team = [candidate('ayse', 3), candidate('bora', 2), candidate('cem', 0)]
  assert.is(chosen(team, ['ayse', 'bora']), 'bora')
  assert.is(chosen(team, ['cem', 'bora']), 'cem')
})

test('when nobody preferred is free the least busy is asked', () => {
  assert.is(
    chosen([candidate('ayse', 3), candidate('bora', 1), candidate('cem', 0)], ['ayse', 'gone']),
    'cem',
  )
})

test('nobody there is nobody', () => {
  assert.is(chosen([], ['ayse']), null)
})

test('choosing leaves the list as it was', () => {
  const team = [candidate('ayse', 2), candidate('bora', 1)]
  chooseOperator(team, [])
  assert.equal(team, [candidate('ayse', 2), candidate('bora', 1)])
})

test.run()
