// What a customer's phone fetches over the air, brotli as the edge serves it. The limits are what was reached,
// and a little for the compressor's moods: whoever needs more has to raise them knowingly.

import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import { test } from 'uvu'
import * as assert from 'uvu/assert'

const limits = { firstChat: 36_200, withCall: 66_500 }

const root = 'dist/customer'
const page = await readFile(join(root, 'customer.html'), 'utf8')

test('the first chat: the page and what it names', async () => {
  const bytes = await weigh(['customer.html', ...firstFiles()])
  tell('first chat', bytes, limits.firstChat)
  assert.ok(bytes <= limits.firstChat, `${bytes} bytes`)
})

test('everything with the call: also its code, and all that this imports', async () => {
  const call = await entryOf('call-part')
  const bytes = await weigh(['customer.html', ...(await withImports([...firstFiles(), call]))])
  tell('with the call', bytes, limits.withCall)
  assert.ok(bytes <= limits.withCall, `${bytes} bytes`)
})

function firstFiles(): string[] {
  return [...page.matchAll(/(?:src|href)="\/c\/(assets\/[^"]+)"/g)].map(([, path]) => path ?? '')
}

/** The chunk of that name that the first script fetches later. */
async function entryOf(name: string): Promise<string> {
  const script = firstFiles().find((path) => /customer-[^/]*\.js$/.test(path)) ?? ''
  const found = new RegExp(`\\./(${name}-[\\w-]+\\.js)`).exec(await read(script))
  if (!found) throw new Error(`${script} does not fetch ${name}`)
  return `assets/${found[1]}`
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

async function weigh(paths: Iterable<string>): Promise<number> {
  const texts = await Promise.all([...new Set(paths)].map(read))
  return texts.reduce((sum, text) => sum + brotliCompressSync(text).length, 0)
}

function tell(what: string, bytes: number, limit: number): void {
  console.log(`hint: ${what}: ${(bytes / 1000).toFixed(1)} kB of at most ${(limit / 1000).toFixed(1)} kB`)
}

test.run()
