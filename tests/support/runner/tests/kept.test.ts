import { rm, truncate } from 'node:fs/promises'
import { test } from 'uvu'
import * as assert from 'uvu/assert'

type Make = () => Promise<string>
const { kept, placeOf } = (await import(new URL('../kept.mjs', import.meta.url).href)) as {
  kept: (name: string, content: string, make: Make) => Promise<string>
  placeOf: (name: string) => URL
}

const name = `tried ${process.pid}`
let made = 0
const ask = (content: string) =>
  kept(name, content, async () => {
    made += 1
    return `export default '${content}'`
  })

test.after(() => rm(placeOf(name)))

test('what was made of the same content is not made again, and anything else is', async () => {
  const first = await ask('one')
  assert.is(await ask('one'), first)
  assert.is(made, 1)
  assert.match(await ask('two'), "'two'")
  assert.match(await ask('one'), "'one'")
  assert.is(made, 3)
})

test('no line moves, and what is kept can be loaded as it lies there', async () => {
  assert.ok((await ask('one')).startsWith("export default 'one'"))
  assert.is((await import(placeOf(name).href)).default, 'one')
})

test('what was cut short is made again', async () => {
  await truncate(placeOf(name), 10)
  made = 0
  assert.match(await ask('one'), "'one'")
  assert.is(made, 1)
})

test.run()
