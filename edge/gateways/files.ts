// Where attachments lie, by their ids. What a file is called and who may have it is the database's to know.

import type { Patch } from '../domain/files/bytes.ts'

export interface Files {
  /** An empty file; one that exists stays as it is. */
  make(id: string): Promise<void>
  /** Bytes that are there, or `null` where there is no such file. */
  size(id: string): Promise<number | null>
  /**
   * Adds what comes, up to `room` bytes, until the stream ends, breaks or `signal` aborts; what has come stays.
   * Answers with the file's size, and whether more came than there was room for.
   */
  append(
    id: string,
    bytes: ReadableStream<Uint8Array>,
    room: number,
    signal: AbortSignal,
  ): Promise<{ size: number; overflowed: boolean }>
  /** Up to `length` bytes from `at` on. */
  slice(id: string, at: number, length: number): Promise<Uint8Array>
  /** Bytes `from` to `to`, both included. */
  read(id: string, from: number, to: number): ReadableStream<Uint8Array>
  /** Puts the patches in, and the whole file on disk for good. */
  seal(id: string, patches: readonly Patch[]): Promise<void>
  /** There may be none. */
  remove(id: string): Promise<void>
}
