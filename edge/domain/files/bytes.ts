// Files are looked at through small windows: a file of 200 MB must not lie in memory to be judged.

/** Up to `length` bytes from `at` on; fewer where the file ends. */
export type ReadBytes = (at: number, length: number) => Promise<Uint8Array>

/** Bytes to be put over those at `at`; the file keeps its length. */
export interface Patch {
  at: number
  bytes: Uint8Array
}

const windowBytes = 64 * 1024

/** Keeps the last window, for readers that hop along in small steps. */
export function withWindow(read: ReadBytes): ReadBytes {
  let start = 0
  let window: Uint8Array = new Uint8Array(0)
  return async (at, length) => {
    if (length > windowBytes) return read(at, length)
    const isInside = at >= start && at + length <= start + window.length
    if (!isInside) {
      window = await read(at, windowBytes)
      start = at
    }
    return window.subarray(at - start, at - start + length)
  }
}

export function ascii(bytes: Uint8Array, at: number, length: number): string {
  return String.fromCharCode(...bytes.subarray(at, at + length))
}

/** Whether the text stands there. */
export function says(bytes: Uint8Array, at: number, text: string): boolean {
  return bytes.length >= at + text.length && ascii(bytes, at, text.length) === text
}

export function u16(bytes: Uint8Array, at: number, littleEndian = false): number {
  return at + 2 <= bytes.length ? view(bytes).getUint16(at, littleEndian) : 0
}

export function u32(bytes: Uint8Array, at: number, littleEndian = false): number {
  return at + 4 <= bytes.length ? view(bytes).getUint32(at, littleEndian) : 0
}

export function view(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}
