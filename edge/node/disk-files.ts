// Attachments in a folder of this machine, for its owner's eyes alone.

import { constants, createReadStream } from 'node:fs'
import { type FileHandle, mkdir, open, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { isId } from '../domain/ids.ts'
import { Outage } from '../domain/outage.ts'
import type { DiskFiles, Piece } from '../gateways/files.ts'

// A file that was cleared away in the meantime must not come back.
const existing = constants.O_WRONLY

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
    append: (id, piece, signal) => withFile(id, existing, (file) => append(file, piece, signal)),
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

/**
 * Each byte is written where it belongs, and only while nobody else goes on from there: an instance that shares the
 * folder may have been asked to meanwhile. What both wrote is then the same, and who came later goes first.
 */
async function append(file: FileHandle, { bytes, from, room }: Piece, signal: AbortSignal) {
  const reader = bytes.getReader()
  const stop = () => void reader.cancel().catch(() => {})
  signal.addEventListener('abort', stop)
  const end = from + room
  let at = from
  let overflowed = false
  try {
    while (!signal.aborted && !overflowed) {
      // A connection that breaks is an end like any other: what has come is kept, and the sender goes on from there.
      const { value } = await reader.read().catch(() => ({ value: undefined }))
      if (!value || (await sizeOf(file)) !== at) break
      const kept = value.subarray(0, end - at)
      await writeWhole(file, kept, at)
      at += kept.length
      overflowed = value.length > kept.length
    }
  } finally {
    signal.removeEventListener('abort', stop)
    stop()
  }
  return { size: await sizeOf(file), overflowed }
}

const sizeOf = async (file: FileHandle) => (await file.stat()).size

async function writeWhole(file: FileHandle, bytes: Uint8Array, from: number): Promise<void> {
  for (let done = 0; done < bytes.length; )
    done += (await file.write(bytes, done, bytes.length - done, from + done)).bytesWritten
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
