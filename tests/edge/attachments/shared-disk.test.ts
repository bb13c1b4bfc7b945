// not over a remote database: what it proves is the disk
// not on workerd: there is no disk
// One folder of files and two instances that write into it, as two houses on one machine have it.

import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { createDiskFiles } from '../../../edge/node/disk-files.ts'
import { noise } from '../../support/sample-files.ts'

const never = new AbortController().signal

/** Bytes that come when the test says so. */
function slowly() {
  let controller: ReadableStreamDefaultController<Uint8Array>
  const bytes = new ReadableStream<Uint8Array>({
    start(given) {
      controller = given
    },
  })
  return {
    bytes,
    come: (piece: Uint8Array) => controller.enqueue(piece),
    end: () => controller.close(),
  }
}

test('an upload that goes on at another instance is not torn by the connection that it had before', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'visavis-shared-disk-'))
  const [one, other] = [await createDiskFiles(folder), await createDiskFiles(folder)]
  const id = crypto.randomUUID()
  const film = noise(300_000)
  await one.make(id)
  const reached = async (size: number) => {
    while ((await one.size(id)) !== size) await new Promise(setImmediate)
  }

  const [before, after] = [slowly(), slowly()]
  const hung = one.append(id, { bytes: before.bytes, from: 0, room: film.length }, never)
  before.come(film.slice(0, 100_000))
  await reached(100_000)
  const goesOn = other.append(id, { bytes: after.bytes, from: 100_000, room: 200_000 }, never)
  after.come(film.slice(100_000, 200_000))
  await reached(200_000)
  // What was still on its way over the old connection comes late, and is not written behind the new one's.
  before.come(film.slice(100_000, 150_000))
  assert.equal(await hung, { size: 200_000, overflowed: false })
  after.come(film.slice(200_000))
  after.end()
  assert.equal(await goesOn, { size: 300_000, overflowed: false })
  assert.ok(Buffer.from(film).equals(await readFile(join(folder, id))))
  await rm(folder, { recursive: true })
})

test('two that write the same at the same time leave what both wrote', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'visavis-shared-disk-'))
  const [one, other] = [await createDiskFiles(folder), await createDiskFiles(folder)]
  for (let round = 0; round < 20; round++) {
    const id = crypto.randomUUID()
    const film = noise(256 * 1024)
    await one.make(id)
    const from = (files: typeof one) =>
      files.append(id, { bytes: new Blob([film]).stream(), from: 0, room: film.length }, never)
    await Promise.all([from(one), from(other)])
    const kept = await readFile(join(folder, id))
    assert.ok(Buffer.from(film.subarray(0, kept.length)).equals(kept))
  }
  await rm(folder, { recursive: true })
})

test.run()
