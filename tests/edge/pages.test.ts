import { createHash } from 'node:crypto'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Hono } from 'hono'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { mountPages } from '../../edge/node/pages.ts'
import { securityHeaders } from '../../edge/routes/security-headers.ts'

async function withPages(
  work: (get: (path: string, accept?: string) => Promise<Response>) => Promise<void>,
): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'visavis-pages-'))
  for (const role of ['operator', 'customer']) {
    await mkdir(join(folder, role, 'assets'), { recursive: true })
    await writeFile(join(folder, role, `${role}.html`), `<title>${role}</title><script>${role}()</script>`)
    await writeFile(join(folder, role, `${role}.html.br`), 'packed tighter')
    await writeFile(join(folder, role, `${role}.html.gz`), 'packed')
    await writeFile(join(folder, role, 'assets', 'a-1.js'), `// ${role}`)
  }
  const app = new Hono()
  app.use(securityHeaders('http://localhost') as never)
  mountPages(app as never, folder)
  await work(async (path, accept = '') =>
    app.request(path, { headers: { 'accept-encoding': accept } }),
  ).finally(() => rm(folder, { recursive: true, force: true }))
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
      assert.match(await response.text(), `<title>${role}</title>`, path)
      assert.is(response.headers.get('cache-control'), 'no-cache')
    }
  }))

test('a page comes packed as its browser can unpack it', () =>
  withPages(async (get) => {
    for (const [accept, encoding, text] of [
      ['gzip, deflate, br, zstd', 'br', 'packed tighter'],
      ['gzip, deflate', 'gzip', 'packed'],
    ] as const) {
      const response = await get('/j', accept)
      assert.equal([response.headers.get('content-encoding'), await response.text()], [encoding, text])
      assert.match(response.headers.get('vary') ?? '', /accept-encoding/i)
    }
    assert.is((await get('/j')).headers.get('content-encoding'), null)
  }))

test('the script that stands in a page is named by its hash in that page’s policy, and nowhere else', () =>
  withPages(async (get) => {
    const policyOf = async (path: string) => (await get(path)).headers.get('content-security-policy') ?? ''
    const hash = createHash('sha256').update('customer()').digest('base64')
    assert.match(await policyOf('/j'), `script-src 'self' 'sha256-${hash}';`)
    assert.match(await policyOf('/c/assets/a-1.js'), "script-src 'self';")
    assert.not.match(await policyOf('/'), hash)
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
