import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { foldVariables } from '../../scripts/build/fold-variables.ts'

const registered = (name: string, initial = '') =>
  `@property --tw-${name}{syntax:"*";inherits:false${initial && `;initial-value:${initial}`}}`
const sheet = (utilities: string, ...properties: string[]) =>
  `@layer properties{*{--tw-a:initial}}@layer utilities{${utilities}}${properties.join('')}`

test('what nothing sets is what it is registered as, or what its reader falls back to', () => {
  const css = sheet(
    '.x{top:var(--tw-a);left:var(--tw-b,calc(1px + 2px))}',
    registered('a', '3px'),
    registered('b'),
  )
  assert.ok(foldVariables(css).includes('.x{top:3px;left:calc(1px + 2px)}'))
})

test('what one utility sets and another reads stays', () => {
  const css = sheet('.x{--tw-a:1px}.y{top:var(--tw-a,0)}', registered('a'))
  assert.is(foldVariables(css), css)
})

test('what nothing reads is not set', () => {
  const css = sheet('.x{--tw-a:1px;top:0}.y{--tw-a:2px}', registered('a'))
  assert.ok(foldVariables(css).includes('.x{top:0}.y{}'))
})

test('a name that begins like another is another', () => {
  const css = sheet('.x{--tw-ab:1px;top:var(--tw-ab)}', registered('a'), registered('ab'))
  assert.is(foldVariables(css), css.replace('--tw-a:initial', ''))
})

test.run()
