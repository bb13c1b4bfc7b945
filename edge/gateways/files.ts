// Where attachments lie, by their ids. What a file is called and who may have it is the database's to know.

import type { PartToSend } from '../domain/file-parts.ts'
import type { Patch, ReadBytes } from '../domain/files/bytes.ts'

/** On this machine's disk, whose bytes come and go through the edge; or in a bucket, where browsers go themselves. */
export type Files = DiskFiles | BucketFiles

interface Kept {
  /** Bytes that are there, or `null` where there is no such file. */
  size(id: string): Promise<number | null>
  /** Reads a file of that size, for as long as nobody changes it. */
  reader(id: string, size: number): ReadBytes
  /** Puts the patches in, and the whole file where it is for good. */
  seal(id: string, size: number, patches: readonly Patch[]): Promise<void>
}

/** Bytes of a file, which begin at `from` and are `room` at most. */
export interface Piece {
  bytes: ReadableStream<Uint8Array>
  from: number
  room: number
}

export interface DiskFiles extends Kept {
  at: 'disk'
  /** An empty file; one that exists stays as it is. */
  make(id: string): Promise<void>
  /**
   * Adds what comes, until the stream ends, breaks, `signal` aborts or somebody else has gone on; what has come stays.
   * Answers with the file's size, and whether more came than there was room for.
   */
  append(id: string, piece: Piece, signal: AbortSignal): Promise<{ size: number; overflowed: boolean }>
  /** Bytes `from` to `to`, both included. */
  read(id: string, from: number, to: number): ReadableStream<Uint8Array>
  /** There may be none. */
  remove(id: string): Promise<void>
}

export interface BucketFiles extends Kept {
  at: 'bucket'
  /** What browsers must be allowed to reach: the bucket's own address, with a slash at its end. */
  address: string
  /** Makes room for a file in parts. Answers with the bucket's name for it, which the other steps want. */
  begin(id: string): Promise<string>
  giveUp(id: string, multipart: string): Promise<void>
  /** The parts that are not there yet, each with an address that takes it, and nothing else, for an hour. */
  missing(id: string, multipart: string, size: number): Promise<PartToSend[]>
  /** Makes one file of the parts; `false` where some are missing. Done again it changes nothing. */
  join(id: string, multipart: string, size: number): Promise<boolean>
  /** An address that gives the file to whoever has it, for some minutes, under this type and name. */
  link(id: string, facts: { type: string; disposition: string; seconds: number }): Promise<string>
  /** Also what was begun; there may be neither. */
  remove(id: string, multipart: string | null): Promise<void>
}
