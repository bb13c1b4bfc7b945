import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { runWritten } from '../written-test.ts'

const counter = `
import { createSignal, Show } from 'solid-js'
import './counter.css'

export function Counter(props: { start: number }) {
  const [count, setCount] = createSignal<number>(props.start)
  return (
    <section>
      <button type="button" onClick={() => setCount((now) => now + 1)}>{count()}</button>
      <Show when={count() > props.start}><p>{import.meta.env.MODE}</p></Show>
    </section>
  )
}`

const counterTest = (after: string) => `
import { fireEvent, render } from '@solidjs/testing-library'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { Counter } from './counter.tsx'

test('a press counts', () => {
  const page = render(() => <Counter start={4} />)
  fireEvent.click(page.getByRole('button'))
  assert.is(page.container.textContent, '${after}')
})
test.run()`

const runCounter = (after: string) =>
  runWritten({ 'counter.test.tsx': counterTest(after), 'counter.tsx': counter, 'counter.css': 'p {}' })

test('a Solid component reacts to a press in a test', async () => {
  const outcome = await runCounter('5test')
  assert.equal(outcome, { passed: 1, failed: 0, skipped: 0, detail: '' })
})

test('and a component that shows something else fails its test', async () => {
  const outcome = await runCounter('6test')
  assert.is(outcome.failed, 1)
  assert.match(outcome.detail, 'counter.test.tsx')
})

test.run()
