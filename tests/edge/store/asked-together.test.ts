import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { askedTogether } from '../../../edge/store/asked-together.ts'

function asking() {
  const questions: string[][] = []
  const ask = askedTogether(async (keys) => {
    questions.push([...keys])
    return new Map(keys.filter((key) => key !== 'nobody').map((key) => [key, `${key}, ${questions.length}`]))
  })
  return { ask, questions }
}

test('who asks in one turn shares one question, and each gets their own answer', async () => {
  const { ask, questions } = asking()
  assert.equal(await Promise.all(['a', 'b', 'a', 'nobody'].map(ask)), ['a, 1', 'b, 1', 'a, 1', undefined])
  assert.equal(questions, [['a', 'b', 'nobody']])
})

test('an answer is never a former one', async () => {
  const { ask, questions } = asking()
  assert.is(await ask('a'), 'a, 1')
  assert.is(await ask('a'), 'a, 2')
  assert.is(questions.length, 2)
})

test('a question that fails fails for all who asked, and for nobody after them', async () => {
  let tries = 0
  const ask = askedTogether(async (keys) => {
    tries += 1
    if (tries === 1) throw new Error('the database is away')
    return new Map(keys.map((key) => [key, 'here']))
  })
  const outcomes = await Promise.allSettled([ask('a'), ask('b')])
  assert.equal(
    outcomes.map(({ status }) => status),
    ['rejected', 'rejected'],
  )
  assert.is(await ask('a'), 'here')
})

test.run()
