// Attachments in a folder of this machine, for its owner's eyes alone.

import { constants, createReadStream } from 'node:fs'
import { type FileHandle, mkdir, open, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { isId } from '../domain/ids.ts'
import { Outage } from '../domain/outage.ts'
import type { DiskFiles } from '../gateways/files.ts'

// A file that was cleared away in the meantime must not come back.
const addOnly = constants.O_WRONLY | constants.O_APPEND

export async function createDiskFiles(folder: string): Promise<DiskFiles> {
  await mkdir(folder, { recursive: true, mode: 0o700 })

  function pathOf(id: string): string {
    // The last line of defence: nothing but an id ever becomes a path.
    if (!isId(id)) throw new TypeError(`${id} is no id of a file`)
    return join(folder, id)
  }

  async function withFile<T>(
    id: string,
    flags: string | number,
    work: (file: FileHandle) => Promise<T>,
  ): Promise<T> {
    const file = await open(pathOf(id), flags, 0o600).catch((cause) => {
      throw asOutage(cause)
    })
    try {
      return await work(file)
    } catch (cause) {
      throw asOutage(cause)
    } finally {
      await file.close()
    }
  }

  return {
    at: 'disk',
    make: (id) => withFile(id, 'a', async () => {}),
    size: (id) =>
      stat(pathOf(id)).then(
        ({ size }) => size,
        (cause) => nullIfMissing(cause),
      ),
    append: (id, bytes, room, signal) => withFile(id, addOnly, (file) => append(file, bytes, room, signal)),
    reader: (id) => (at, length) =>
      withFile(id, 'r', async (file) => {
        const bytes = new Uint8Array(length)
        const { bytesRead } = await file.read(bytes, 0, length, at)
        return bytes.subarray(0, bytesRead)
      }),
    read: (id, from, to) =>
      Readable.toWeb(createReadStream(pathOf(id), { start: from, end: to })) as ReadableStream<Uint8Array>,
    seal: (id, _size, patches) =>
      withFile(id, 'r+', async (file) => {
        for (const { at, bytes } of patches) await file.write(bytes, 0, bytes.length, at)
        await file.sync()
      }),
    remove: (id) => rm(pathOf(id), { force: true }),
  }
}

async function append(
  file: FileHandle,
  bytes: ReadableStream<Uint8Array>,
  room: number,
  signal: AbortSignal,
) {
  const reader = bytes.getReader()
  const stop = () => void reader.cancel().catch(() => {})
  signal.addEventListener('abort', stop)
  let left = room
  let overflowed = false
  try {
    while (!signal.aborted && !overflowed) {
      // A connection that breaks is an end like any other: what has come is kept, and the sender goes on from there.
      const { value } = await reader.read().catch(() => ({ value: undefined }))
      if (!value) break
      const kept = value.subarray(0, left)
      await writeWhole(file, kept)
      left -= kept.length
      overflowed = value.length > kept.length
    }
  } finally {
    signal.removeEventListener('abort', stop)
    stop()
  }
  return { size: (await file.stat()).size, overflowed }
}

async function writeWhole(file: FileHandle, bytes: Uint8Array): Promise<void> {
  for (let at = 0; at < bytes.length; ) at += (await file.write(bytes, at)).bytesWritten
}

function nullIfMissing(cause: NodeJS.ErrnoException): null {
  if (cause.code === 'ENOENT') return null
  throw cause
}

function asOutage(cause: unknown): unknown {
  const { code } = cause as NodeJS.ErrnoException
  const full = code === 'ENOSPC' || code === 'EDQUOT' || code === 'EIO' || code === 'EROFS'
  return full ? new Outage(`The folder of attachments cannot be written: ${code}`, { cause }) : cause
}
