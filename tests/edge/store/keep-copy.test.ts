// not over a remote database: the copy is one of the file
import { readdir, writeFile } from 'node:fs/promises'
import { basename, dirname } from 'node:path'
import { pathToFileURL } from 'node:url'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { keepCopy } from '../../../edge/node/keep-copy.ts'
import { openDatabase } from '../../../edge/store/database.ts'
import { note, notes, rejection, withDatabase, withFolder } from './temporary-database.ts'

test('the kept copy holds what is still in the write-ahead log, and opens', () =>
  withDatabase(async (database, url) => {
    await note(database, 'before')
    const copy = (await keepCopy(url, 4)) ?? ''
    await note(database, 'after')
    assert.match(basename(copy), /^visavis\.db\.v4-\d{4}-\d\d-\d\dT\d\d-\d\d-\d\dZ\.bak$/)
    const kept = await openDatabase({ url: pathToFileURL(copy).href })
    assert.equal(await notes(kept), ['before'])
    await kept.close()
  }))

test('copies of the same second stand side by side', () =>
  withDatabase(async (database, url) => {
    const copies = []
    for (const body of ['one', 'two', 'three']) {
      await note(database, body)
      copies.push((await keepCopy(url, 1)) ?? '')
    }
    assert.is(new Set(copies).size, 3)
    const first = await openDatabase({ url: pathToFileURL(copies[0] ?? '').href })
    assert.equal(await notes(first), ['one'])
    await first.close()
  }))

test('a copy that fails leaves no half copy behind', () =>
  withFolder(async (path, url) => {
    await writeFile(path, 'not a database'.repeat(1000))
    await rejection(keepCopy(url, 1))
    assert.equal(await readdir(dirname(path)), ['visavis.db'])
  }))

test('a remote database is left to its host', async () => {
  assert.is(await keepCopy('libsql://example.invalid', 1), undefined)
})

test.run()
