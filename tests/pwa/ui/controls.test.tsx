import { cleanup, fireEvent, render, screen } from '@solidjs/testing-library'
import { createSignal } from 'solid-js'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { initials } from '../../../pwa/ui/avatar.tsx'
import { Button } from '../../../pwa/ui/button.tsx'
import { RadioField } from '../../../pwa/ui/radio-field.tsx'
import { SelectField } from '../../../pwa/ui/select-field.tsx'
import { TextField } from '../../../pwa/ui/text-field.tsx'

test.after.each(cleanup)

test('a busy button keeps the focus and takes no click', () => {
  let clicks = 0
  const [busy, setBusy] = createSignal(false)
  render(() => (
    <Button busy={busy()} onClick={() => (clicks += 1)}>
      Go
    </Button>
  ))
  const button = screen.getByRole('button', { name: 'Go' })
  button.focus()
  fireEvent.click(button)
  setBusy(true)
  fireEvent.click(button)
  assert.is(clicks, 1)
  assert.is(document.activeElement, button)
  assert.is(button.getAttribute('aria-busy'), 'true')
})

test('a field is called by its label and described by its error, which takes the place of the hint', () => {
  const [error, setError] = createSignal<string>()
  render(() => <TextField label="Phone" hint="With +" error={error()} value="1" onInput={() => {}} />)
  const field = screen.getByLabelText('Phone')
  const note = () => document.getElementById(field.getAttribute('aria-describedby') ?? '')?.textContent
  assert.is(note(), 'With +')
  assert.not(field.getAttribute('aria-invalid'))
  setError('Too short')
  assert.is(note(), 'Too short')
  assert.is(field.getAttribute('aria-invalid'), 'true')
})

test('a radio group tells which one was chosen, and shows what it is told', () => {
  const [value, setValue] = createSignal('a')
  const options = [
    { value: 'a', label: 'One' },
    { value: 'b', label: 'Two', hint: 'the other' },
  ]
  render(() => <RadioField label="Pick" value={value()} options={options} onChange={setValue} />)
  screen.getByRole('radiogroup', { name: 'Pick' })
  fireEvent.click(screen.getByRole('radio', { name: 'Two' }))
  assert.is(value(), 'b')
  assert.ok((screen.getByRole('radio', { name: 'Two' }) as HTMLInputElement).checked)
})

test('a select shows its value even when the options come later', () => {
  const [options, setOptions] = createSignal([{ value: '', label: 'Any' }])
  render(() => <SelectField label="Department" value="b" options={options()} onChange={() => {}} />)
  setOptions([...options(), { value: 'b', label: 'Billing' }])
  assert.is((screen.getByLabelText('Department') as HTMLSelectElement).value, 'b')
})

test('initials are those of the first and the last word, in the letters of the language', () => {
  document.documentElement.lang = 'tr'
  assert.is(initials('Ada Lovelace King'), 'AK')
  assert.is(initials('ipek'), 'İ')
  assert.is(initials('👋 +90 532'), '#')
  document.documentElement.lang = 'en'
})

test.run()
