// What a customer's phone fetches over the air, as the edge serves it: the compressed copies, byte by byte.
// The call's code and styles come while the landing is read; without them one can write, and read the answer.
// That a browser fetches these and no others until it shows the operator is walked in handbook-ways-in.

import { access, readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'uvu'
import * as assert from 'uvu/assert'

const limits = { firstChat: 25_000, withCall: 50_000, words: 1_500 }

const root = 'dist/customer'
const page = await readFile(join(root, 'customer.html'), 'utf8')

test('the first chat: the page, what it names, and all that this imports', async () => {
  await hold('first chat', limits.firstChat, await firstFiles())
})

test('with the call, until both pictures play: also its code, all that this imports, and its styles', async () => {
  const call = await withImports([await partOf('call-part')])
  const [, styles = ''] = /name="call-styles" content="\/c\/([^"]+)"/.exec(page) ?? []
  await hold('with the call', limits.withCall, [...(await firstFiles()), ...call, styles])
})

test('the call is one script: all that it imports is what the first screens brought', async () => {
  const first = new Set(await firstFiles())
  const call = await withImports([await partOf('call-part')])
  assert.equal(
    [...call].filter((path) => !first.has(path)).map((path) => path.replace(/-[\w-]{8}\.js/, '')),
    ['assets/call-part'],
  )
})

test('Turkish words for the first chat, on top of the English ones that are aboard', async () => {
  await hold('Turkish words', limits.words, [await partOf('turkish-words')])
})

test('one script and one sheet, beside the page and its icon: each more would be one more to wait for', async () => {
  assert.is((await firstFiles()).length, 4)
})

async function firstFiles(): Promise<string[]> {
  const named = [...page.matchAll(/(?:src|href)="\/c\/([^"]+)"/g)].map(([, path]) => path ?? '')
  return ['customer.html', ...(await withImports(named))]
}

/** The chunk of a part that is fetched later. */
async function partOf(name: string): Promise<string> {
  const found = (await readdir(join(root, 'assets'))).filter((file) =>
    new RegExp(`^${name}-[\\w-]{8}\\.js$`).test(file),
  )
  assert.is(found.length, 1, `one chunk is called ${name}`)
  return `assets/${found[0]}`
}

async function withImports(paths: readonly string[], known = new Set<string>()): Promise<Set<string>> {
  for (const path of paths) {
    if (known.has(path)) continue
    known.add(path)
    if (path.endsWith('.js')) await withImports(importsOf(await read(path)), known)
  }
  return known
}

/** Static imports alone: what stands in `import(…)` is fetched when it is needed. */
function importsOf(script: string): string[] {
  return [...script.matchAll(/(?:from|import)"\.\/([^"]+)"/g)].map(([, name]) => `assets/${name}`)
}

const read = (path: string) => readFile(join(root, path), 'utf8')

async function hold(what: string, limit: number, paths: readonly string[]): Promise<void> {
  const sizes = await Promise.all([...new Set(paths)].map(servedSize))
  const bytes = sizes.reduce((sum, size) => sum + size, 0)
  console.log(`hint: ${what}: ${(bytes / 1000).toFixed(2)} kB of at most ${(limit / 1000).toFixed(1)} kB`)
  assert.ok(bytes <= limit, `${what}: ${bytes} bytes, at most ${limit}`)
}

async function servedSize(path: string): Promise<number> {
  const compressed = join(root, `${path}.br`)
  const isThere = await access(compressed).then(
    () => true,
    () => false,
  )
  return (await readFile(isThere ? compressed : join(root, path))).length
}

test.run()
