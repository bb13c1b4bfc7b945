import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Hono } from 'hono'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { mountPages } from '../../edge/node/pages.ts'

async function withPages(work: (get: (path: string) => Promise<Response>) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'visavis-pages-'))
  for (const role of ['operator', 'customer']) {
    await mkdir(join(folder, role, 'assets'), { recursive: true })
    await writeFile(join(folder, role, `${role}.html`), `<title>${role}</title>`)
    await writeFile(join(folder, role, 'assets', 'a-1.js'), `// ${role}`)
  }
  const app = new Hono()
  mountPages(app as never, folder)
  await work(async (path) => app.request(path)).finally(() => rm(folder, { recursive: true, force: true }))
}

test('the customer has one page, and every other address is the operator’s app', () =>
  withPages(async (get) => {
    for (const [path, role] of [
      ['/j', 'customer'],
      ['/', 'operator'],
      ['/conversations/x', 'operator'],
      ['/join', 'operator'],
    ] as const) {
      const response = await get(path)
      assert.is(await response.text(), `<title>${role}</title>`, path)
      assert.is(response.headers.get('cache-control'), 'no-cache')
    }
  }))

test('what has a hash in its name may be kept for ever', () =>
  withPages(async (get) => {
    for (const [path, role] of [
      ['/assets/a-1.js', 'operator'],
      ['/c/assets/a-1.js', 'customer'],
    ] as const) {
      const response = await get(path)
      assert.is(await response.text(), `// ${role}`)
      assert.match(response.headers.get('cache-control') ?? '', /immutable/)
    }
  }))

test('a part that an update took away is missing, and no page stands in for it', () =>
  withPages(async (get) => {
    for (const path of ['/assets/gone.js', '/c/assets/gone.js', '/c/nothing']) {
      assert.is((await get(path)).status, 404, path)
    }
  }))

test('a path leads nowhere outside the built pages', () =>
  withPages(async (get) => {
    for (const path of [
      '/assets/..%2f..%2fpackage.json',
      '/c/..%2foperator%2foperator.html',
      '/c/%2e%2e/operator/operator.html',
    ]) {
      const text = await (await get(path)).text()
      assert.not.match(text, /"dependencies"/)
    }
  }))

test.run()
