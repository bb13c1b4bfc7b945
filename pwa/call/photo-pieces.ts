// A photo goes from browser to browser in pieces over the control channel, which keeps their order. The other
// end is somebody else's machine: its size is announced and limited, and every piece must be the next one.

export const largestPhoto = 8 * 1024 * 1024
const headerBytes = 8
const largestPayload = 16_000

/** The pieces of a photo: its number, the piece's number, and a part of its bytes. */
export function* cutPhoto(
  id: number,
  bytes: Uint8Array,
  payloadBytes = largestPayload,
): Generator<ArrayBuffer> {
  for (let index = 0; index * payloadBytes < bytes.length; index++) {
    const part = bytes.subarray(index * payloadBytes, (index + 1) * payloadBytes)
    const piece = new ArrayBuffer(headerBytes + part.length)
    const header = new DataView(piece)
    header.setUint32(0, id)
    header.setUint32(4, index)
    new Uint8Array(piece, headerBytes).set(part)
    yield piece
  }
}

/** The number of the photo that a piece is of; `null` for what is no piece. */
export function photoOfPiece(piece: ArrayBuffer): number | null {
  return piece.byteLength > headerBytes ? new DataView(piece).getUint32(0) : null
}

export interface PhotoAssembly {
  /** `broken` is for good: a piece is missing, comes twice, or is more than was announced. */
  add(piece: ArrayBuffer): 'more' | 'whole' | 'broken'
  bytes: Uint8Array<ArrayBuffer>
}

/** Puts the pieces together again; `size` has been checked against `largestPhoto`. */
export function assemblePhoto(id: number, size: number): PhotoAssembly {
  const bytes = new Uint8Array(size)
  let next = 0
  let filled = 0

  function add(piece: ArrayBuffer): 'more' | 'whole' | 'broken' {
    if (piece.byteLength <= headerBytes || !isNext(new DataView(piece))) return 'broken'
    const part = new Uint8Array(piece, headerBytes)
    if (filled + part.length > size) return 'broken'
    bytes.set(part, filled)
    filled += part.length
    next += 1
    return filled === size ? 'whole' : 'more'
  }

  function isNext(header: DataView): boolean {
    return header.getUint32(0) === id && header.getUint32(4) === next
  }

  return { add, bytes }
}

/** By its first bytes, whatever was said of it; `null` is no photo. */
export function photoType(bytes: Uint8Array): 'image/jpeg' | 'image/png' | null {
  const starts = (...first: number[]) => first.every((byte, index) => bytes[index] === byte)
  if (starts(0xff, 0xd8, 0xff)) return 'image/jpeg'
  return starts(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a) ? 'image/png' : null
}
