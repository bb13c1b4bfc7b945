import { cleanup, fireEvent, render, screen } from '@solidjs/testing-library'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { ToastsProvider, useSay } from '../../../pwa/shell/toasts.tsx'

test.after.each(cleanup)

function Speaker() {
  const say = useSay()
  return (
    <button type="button" onClick={(event) => say(event.currentTarget.value)}>
      Say
    </button>
  )
}

function say(text: string) {
  const button = screen.getByRole('button', { name: 'Say' }) as HTMLButtonElement
  button.value = text
  fireEvent.click(button)
}

test('a remark appears in a region that was there before it, and can be closed', () => {
  render(() => (
    <ToastsProvider closeLabel="Close">
      <Speaker />
    </ToastsProvider>
  ))
  const region = screen.getByRole('status')
  assert.is(region.textContent, '')
  say('Filed.')
  assert.match(region.textContent ?? '', /Filed\./)
  fireEvent.click(screen.getByRole('button', { name: 'Close' }))
  assert.is(region.textContent, '')
})

test('the same remark stands there once, and never more than three do', () => {
  render(() => (
    <ToastsProvider closeLabel="Close">
      <Speaker />
    </ToastsProvider>
  ))
  for (const text of ['a', 'b', 'b', 'c', 'd']) say(text)
  assert.is(screen.getByRole('status').textContent, 'bcd')
})

test.run()
