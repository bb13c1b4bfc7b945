import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { splitSheet } from '../../scripts/build/split-sheet.ts'

const sheet = (...utilities: string[]) => `@layer base{a{color:red}}@layer utilities{${utilities.join('')}}`
const cut = (css: string, ...phases: string[]) => {
  const [first = '', later = '', last = ''] = splitSheet(css, phases)
  return { first, later, last }
}
const split = (utilities: string[], ...phases: string[]) =>
  cut(sheet(...utilities), ...phases.map((names) => `class="${names}"`))

/** The rank of a rule: where its layer stands among those that the first sheet names. */
function rankOf(rule: string, { first, later, last }: ReturnType<typeof cut>): number {
  const layers = /@layer ([\w,]+);/.exec(first)?.[1]?.split(',') ?? []
  const [css] = [first, later, last].filter((text) => text.includes(rule))
  const layer = css?.slice(0, css.indexOf(rule)).match(/.*@layer (\w+)\{/s)?.[1]
  return layers.indexOf(layer ?? '')
}

test('what the first scripts name is in the first sheet, what only others do in the later, the rest nowhere', () => {
  const { first, later } = split(['.a{top:0}', '.b{top:1px}', '.c{top:2px}'], 'a', 'a b')
  assert.ok(first.includes('.a{top:0}') && first.includes('@layer base{a{color:red}}'))
  assert.ok(later.includes('.b{top:1px}') && !later.includes('.a{') && !later.includes('base'))
  assert.not.match(first + later, /\.c\{/)
})

test('a name is the whole of it, as it stands in an attribute without quotes, in a list', () => {
  for (const code of ['<p class=a>', 'x="b a"', '`a`', "['a']"]) {
    assert.match(cut(sheet('.a{top:0}'), code).first, /\.a\{/)
  }
  assert.not.match(cut(sheet('.a{top:0}'), 'class="ab -a a-b a/50"').first, /\.a\{/)
})

test('a name with signs in it is found as it stands in the script, also in its markup', () => {
  const css = String.raw`.\[\&\>svg\]\:p-1\.5>svg{padding:6px}`
  assert.ok(cut(sheet(css), 'class="[&>svg]:p-1.5"').first.includes(css))
  assert.ok(cut(sheet(css), 'class="[&amp;>svg]:p-1.5"').first.includes(css))
})

test('a rule that came after another beats it, in whichever sheets they are', () => {
  const both = split(['.wide{padding:9px}', '.low{padding-top:1px}'], 'low', 'wide')
  assert.ok(rankOf('.low{', both) > rankOf('.wide{', both))
})

test('a later rule of the same rank wins by coming later, as it did by standing later', () => {
  const both = split(['.wide{padding:9px}', '.low{padding-top:1px}'], 'wide', 'low')
  assert.is(rankOf('.low{', both), rankOf('.wide{', both))
})

test('among three sheets, too, the order is kept between the last two', () => {
  const both = split(['.wide{padding:9px}', '.low{padding-top:1px}'], '', 'low', 'wide')
  assert.ok(both.later.includes('.low{') && both.last.includes('.wide{'))
  assert.ok(rankOf('.low{', both) > rankOf('.wide{', both))
})

test('a condition beats what it is a condition of, also when only the first screens have it', () => {
  const both = split(
    ['.hidden{display:none}', '@media print{.print\\:flex{display:flex}}'],
    'print:flex',
    'hidden',
  )
  assert.ok(rankOf('@media print{', both) > rankOf('.hidden{', both))
})

test('where an element stands may be said twice, so the order of two places counts', () => {
  const both = split(['.absolute{position:absolute}', '.relative{position:relative}'], 'relative', 'absolute')
  assert.ok(rankOf('.relative{', both) > rankOf('.absolute{', both))
})

test('a registered variable goes with what uses it', () => {
  const property = (name: string) => `@property ${name}{syntax:"*";inherits:false}`
  const css = `${sheet('.a{top:var(--one)}', '.b{top:var(--two)}')}${property('--one')}${property('--two')}`
  const { first, later } = cut(css, 'class="a"', 'class="b"')
  assert.ok(first.includes(property('--one')) && !first.includes('--two'))
  assert.ok(later.includes(property('--two')) && !later.includes('--one'))
})

test.run()
