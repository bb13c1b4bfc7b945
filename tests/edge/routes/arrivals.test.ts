// not over a remote database: no database has to do with it
import { Hono } from 'hono'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { letInByGroups } from '../../../edge/routes/arrivals.ts'
import type { Env } from '../../../edge/routes/edge.ts'

function makeDoor() {
  const seen = { entered: 0 }
  const api = new Hono<Env>().get('/', letInByGroups(), (c) => {
    seen.entered++
    return c.body(null, 204)
  })
  return { seen, ask: () => api.request('/') }
}

test('of a hundred who come at once the first is let in, and the others by twenties in later turns', async () => {
  const { seen, ask } = makeDoor()
  const all = Array.from({ length: 100 }, ask)
  await all[0]
  assert.is(seen.entered, 1)
  await all[1]
  assert.is(seen.entered, 21)
  await Promise.all(all)
  assert.is(seen.entered, 100)
})

test('whoever comes after them is let in, too', async () => {
  const { seen, ask } = makeDoor()
  await Promise.all(Array.from({ length: 30 }, ask))
  await ask()
  assert.is(seen.entered, 31)
})

test.run()
