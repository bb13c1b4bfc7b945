import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { hintFor, hints, visitSteps } from '../../edge/domain/progress.ts'
import { fillTemplate } from '../../edge/domain/template.ts'

const values = { name: 'Cem', operator: 'Ada', team: 'Acme' }

test('variables are filled in, as often as they stand there', () => {
  assert.is(
    fillTemplate('{name}, {operator} from {team}. Yes, {name}!', values),
    'Cem, Ada from Acme. Yes, Cem!',
  )
})

test('an empty value takes the space before it along', () => {
  assert.is(fillTemplate('Hello {name}, welcome', { ...values, name: ' ' }), 'Hello, welcome')
})

test('what a value says is never filled in again, and other braces stay', () => {
  assert.is(fillTemplate('{name} {else} {}', { ...values, name: '{team}' }), '{team} {else} {}')
})

test('where a customer is stuck has its hint, and where all is well has none', () => {
  for (const step of visitSteps) {
    const hint = hintFor(step)
    const well = step === 'camera-ready' || step === 'connected' || step === 'camera-missing'
    assert.is(hint === null, well, step)
    if (hint) assert.ok(hints.includes(hint))
  }
})

test.run()
