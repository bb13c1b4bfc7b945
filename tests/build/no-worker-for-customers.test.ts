// The customer's page leaves nothing on a stranger's phone: no app to install, no worker that stays.

import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'uvu'
import * as assert from 'uvu/assert'

const traces = ['service-worker.js', 'serviceWorker.register', 'SKIP_WAITING']

test('the operator’s build has a worker, which keeps all of the app’s own files', async () => {
  const files = await filesOf('operator')
  const worker = files.get('service-worker.js') ?? ''
  for (const name of files.keys()) {
    if (/^assets\/.*\.(js|css)$/.test(name)) assert.ok(worker.includes(`"${name}"`), `${name} is kept`)
  }
  assert.match(worker, 'operator.html')
  // The test must be able to see them.
  for (const trace of traces)
    assert.ok(
      [...files.values()].some((text) => text.includes(trace)),
      trace,
    )
})

test('the customer’s build has no manifest and no worker, and registers none', async () => {
  const files = await filesOf('customer')
  assert.ok(files.size > 5)
  assert.equal(
    [...files.keys()].filter((name) => /worker|manifest/.test(name)),
    [],
  )
  assert.not.match(files.get('customer.html') ?? '', /manifest/)
  for (const [name, text] of files)
    for (const trace of traces) assert.not.ok(text.includes(trace), `${trace} in ${name}`)
})

async function filesOf(page: string): Promise<Map<string, string>> {
  const folder = join('dist', page)
  const names = (await readdir(folder, { recursive: true })).filter((name) =>
    /\.(html|js|css|webmanifest)$/.test(name),
  )
  const texts = await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')))
  return new Map(names.map((name, at) => [name, texts[at] ?? '']))
}

test.run()
