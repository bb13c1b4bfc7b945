import { test } from 'uvu'
import * as assert from 'uvu/assert'
import type { VisitStep } from '../../../edge/domain/progress.ts'
import { makeStepReporter } from '../../../pwa/customer/step-reporter.ts'

/** An edge that answers when it is told to. */
function slowEdge() {
  const told: VisitStep[] = []
  const answers: ((fails?: Error) => void)[] = []
  const post = (step: VisitStep) =>
    new Promise<void>((resolve, reject) => {
      told.push(step)
      answers.push((fails) => (fails ? reject(fails) : resolve()))
    })
  const answer = async (fails?: Error) => {
    answers.shift()?.(fails)
    await new Promise((resolve) => setTimeout(resolve))
  }
  return { told, answer, report: makeStepReporter(post) }
}

test('the same step is said once', async () => {
  const edge = slowEdge()
  edge.report('camera-asked')
  await edge.answer()
  edge.report('camera-asked')
  assert.equal(edge.told, ['camera-asked'])
})

test('while one report is on its way only the latest waits behind it', async () => {
  const edge = slowEdge()
  for (const step of ['camera-asked', 'camera-ready', 'connected'] as const) edge.report(step)
  assert.equal(edge.told, ['camera-asked'])
  await edge.answer()
  assert.equal(edge.told, ['camera-asked', 'connected'])
})

test('after a report that did not arrive the next one is said, even if it is the same', async () => {
  const edge = slowEdge()
  edge.report('line-lost')
  await edge.answer(new Error('no connection'))
  edge.report('line-lost')
  assert.equal(edge.told, ['line-lost', 'line-lost'])
})

test.run()
