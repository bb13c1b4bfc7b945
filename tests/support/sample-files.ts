// Small real files of every kind, and bad ones, made on the spot: a test then says what is in them.

import { deflateSync } from 'node:zlib'
import { crc32 } from '../../edge/domain/files/crc32.ts'

type Bytes = Uint8Array<ArrayBuffer>
type Part = Uint8Array | string | readonly number[]

export const text = (words: string): Bytes => new Uint8Array(new TextEncoder().encode(words))

export function joined(...parts: readonly Part[]): Bytes {
  const all = parts.map((part) =>
    typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.from(part),
  )
  return new Uint8Array(Buffer.concat(all))
}

const big32 = (value: number) => [value >>> 24, (value >>> 16) & 255, (value >>> 8) & 255, value & 255]
const little32 = (value: number) => big32(value).reverse()
const little16 = (value: number) => [value & 255, value >>> 8]

// A blue square of 16 pixels, baseline, as libjpeg writes it.
const squareJpeg = Buffer.from(
  '/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAA0JCgsKCA0LCgsODg0PEyAVExISEyccHhcgLikxMC4pLSwzOko+MzZGNywtQFdBRkxOUlNSMj5aYVpQYEpRUk//2wBDAQ4ODhMREyYVFSZPNS01T09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT0//wAARCAAQABADAREAAhEBAxEB/8QAFQABAQAAAAAAAAAAAAAAAAAAAAX/xAAUEAEAAAAAAAAAAAAAAAAAAAAA/8QAFQEBAQAAAAAAAAAAAAAAAAAAAAX/xAAUEQEAAAAAAAAAAAAAAAAAAAAA/9oADAMBAAIRAxEAPwCSppwAAD//2Q==',
  'base64',
)

/** EXIF as a phone writes it: turned by `orientation`, with the place where it was taken and a serial number. */
export function exifWithPlace(orientation = 6): Bytes {
  const entry = (tag: number, type: number, count: number, value: readonly number[]) => [
    ...little16(tag),
    ...little16(type),
    ...little32(count),
    ...value,
  ]
  const gpsAt = 8 + 2 + 3 * 12 + 4
  return joined(
    'II*\0',
    little32(8),
    little16(3),
    entry(0x0112, 3, 1, little32(orientation)),
    entry(0x8825, 4, 1, little32(gpsAt)),
    entry(0xa431, 2, 4, [...Buffer.from('SN7\0')]),
    little32(0),
    little16(2),
    entry(0x0001, 2, 2, [0x4e, 0, 0, 0]),
    entry(0x0002, 5, 3, little32(gpsAt + 2 + 2 * 12 + 4)),
    little32(0),
    [41, 0, 59].flatMap((number) => [...little32(number), ...little32(1)]),
    'PLACE-IN-ISTANBUL',
  )
}

const segment = (marker: number, payload: Uint8Array) =>
  joined([0xff, marker], [(payload.length + 2) >>> 8, (payload.length + 2) & 255], payload)

/** A JPEG with whatever APP segments behind its first two bytes. */
export function jpeg(...segments: readonly Uint8Array[]): Bytes {
  return joined(squareJpeg.subarray(0, 2), ...segments, squareJpeg.subarray(2))
}

export const exifSegment = (orientation = 6) => segment(0xe1, joined('Exif\0\0', exifWithPlace(orientation)))
export const xmpSegment = () =>
  segment(0xe1, joined('http://ns.adobe.com/xap/1.0/\0', '<x exif:GPSLatitude="XMP-PLACE"/>'))
export const iptcSegment = () => segment(0xed, joined('Photoshop 3.0\0', 'IPTC-PLACE'))

function pngChunk(type: string, data: Uint8Array): Bytes {
  const body = joined(type, data)
  return joined(big32(data.length), body, big32(crc32(body)))
}

/** A grey PNG of any claimed size; `honest` ones have that many pixels. */
export function png(width: number, height: number, ...chunks: readonly [string, Uint8Array][]): Bytes {
  const rows = Math.min(height, 2_000)
  const head = joined(big32(width), big32(height), [8, 0, 0, 0, 0])
  const pixels = new Uint8Array((Math.min(width, 2_000) + 1) * rows).fill(200)
  for (let row = 0; row < rows; row++) pixels[row * (width + 1)] = 0
  return joined(
    '\x89PNG\r\n\x1a\n',
    pngChunk('IHDR', head),
    ...chunks.map(([type, data]) => pngChunk(type, data)),
    pngChunk('IDAT', deflateSync(pixels)),
    pngChunk('IEND', new Uint8Array(0)),
  )
}

/** A picture in a format that is not taken, yet read by every browser: 8 by 8 blue pixels. */
export const bmp = (): Bytes => {
  const pixels = new Uint8Array(8 * 8 * 3).fill(0x80)
  const head = [...little32(40), ...little32(8), ...little32(8), ...little16(1), ...little16(24)]
  const size = little32(54 + pixels.length)
  return joined('BM', size, [0, 0, 0, 0], little32(54), head, new Array<number>(24).fill(0), pixels)
}

export const pdf = (): Bytes =>
  text(
    '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n' +
      '3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 100 100]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n',
  )

/** A zip archive of stored entries. */
export function zip(entries: Readonly<Record<string, string>>): Bytes {
  let files = joined()
  let list = joined()
  for (const [name, content] of Object.entries(entries)) {
    const data = text(content)
    const facts = [
      ...little32(crc32(data)),
      ...little32(data.length),
      ...little32(data.length),
      ...little16(name.length),
    ]
    const place = little32(files.length)
    files = joined(files, 'PK\x03\x04', new Array<number>(10).fill(0), facts, [0, 0], name, data)
    const rest = new Array<number>(12).fill(0)
    list = joined(list, 'PK\x01\x02', new Array<number>(12).fill(0), facts, rest, place, name)
  }
  const count = little16(Object.keys(entries).length)
  return joined(
    files,
    list,
    'PK\x05\x06',
    [0, 0, 0, 0],
    count,
    count,
    little32(list.length),
    little32(files.length),
    [0, 0],
  )
}

export const docx = (more: Readonly<Record<string, string>> = {}): Bytes =>
  zip({ '[Content_Types].xml': '<Types/>', 'word/document.xml': '<document/>', ...more })

export const odt = (): Bytes =>
  zip({ mimetype: 'application/vnd.oasis.opendocument.text', 'content.xml': '<office/>' })

/** The first box of an ISO media file. */
export const ftyp = (brand: string): Bytes =>
  joined(big32(24), 'ftyp', brand, [0, 0, 2, 0], brand, 'isom', big32(8), 'free')

export const box = (name: string, ...parts: readonly Part[]): Bytes => {
  const content = joined(...parts)
  return joined(big32(8 + content.length), name, content)
}

/** The same with its length in 64 bits, as large ones have. */
const longBox = (name: string, ...parts: readonly Part[]): Bytes => {
  const content = joined(...parts)
  return joined(big32(1), name, big32(0), big32(16 + content.length), content)
}

const full = [0, 0, 0, 0]

/** A track of 64 by 48 points, lying on its side, with what its maker adds. */
const track = (...extra: readonly Uint8Array[]) => {
  const matrix = [0, 0x10000, 0, 0xffff0000, 0, 0, 0, 0, 0x40000000].flatMap(big32)
  const facts = new Array<number>(36).fill(0)
  return box('trak', box('tkhd', full, facts, matrix, big32(64 << 16), big32(48 << 16)), ...extra)
}

/** A movie as phones write it: the place in Android's way, in Apple's, in a track's, and in a maker's own box. */
export function movieWithPlace(brand: string): Bytes {
  const xyz = box('\xa9xyz', [0, 17, 0x15, 0xc7], '+41.0-PLACE+029.0/')
  const key = box('mdta', 'com.apple.quicktime.location.ISO6709')
  const keys = box('keys', full, big32(1), key)
  const value = box('data', big32(1), big32(0), '+41.0-PLACE+029.0/')
  const meta = box(
    'meta',
    box('hdlr', full, 'mdta-handler'),
    keys,
    box('ilst', joined(big32(8 + value.length), big32(1), value)),
  )
  const head = box('mvhd', full, new Array<number>(96).fill(0))
  return joined(
    ftyp(brand),
    longBox('mdat', 'the pictures, with udta and ©xyz by chance'),
    longBox('moov', head, track(box('udta', xyz)), box('udta', xyz, [0, 0, 0, 0]), meta),
    longBox('uuid', 'maker-of-cameras', 'PLACE', new Uint8Array(70_000).fill(65)),
  )
}

export function webp(...chunks: readonly [string, Uint8Array][]): Bytes {
  const vp8x = joined('VP8X', little32(10), [0x08, 0, 0, 0], [99, 0, 0], [49, 0, 0])
  const rest = chunks.map(([name, data]) =>
    joined(name, little32(data.length), data, new Array<number>(data.length % 2).fill(0)),
  )
  const body = joined('WEBP', vp8x, ...rest)
  return joined('RIFF', little32(body.length), body)
}

/** Bytes that are no kind of file, yet the same every time. */
export function noise(length: number, head: Uint8Array = joined()): Bytes {
  const bytes = new Uint8Array(length)
  let state = 1
  for (let at = 0; at < length; at++) {
    state = (state * 1_103_515_245 + 12_345) & 0x7fffffff
    bytes[at] = state >>> 16
  }
  bytes.set(head.subarray(0, length))
  return bytes
}
