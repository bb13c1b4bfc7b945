// `simulateFault` is for tests alone: whoever could reach it in a page could end a call without leaving a trace.

import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'uvu'
import * as assert from 'uvu/assert'

for (const page of ['operator', 'customer']) {
  test(`the ${page}'s build has no faults to simulate`, async () => {
    const scripts = (await readdir(`dist/${page}`, { recursive: true })).filter((name) =>
      name.endsWith('.js'),
    )
    assert.ok(scripts.length > 3)
    const texts = await Promise.all(scripts.map((name) => readFile(join('dist', page, name), 'utf8')))
    // The test must be able to see it: what stands beside it in the source is there.
    assert.ok(texts.some((text) => text.includes('restart-ice')))
    for (const trace of ['simulateFault', 'ice-fail', 'network-silent']) {
      assert.equal(
        scripts.filter((_, at) => texts[at]?.includes(trace)),
        [],
        trace,
      )
    }
  })
}

test.run()
