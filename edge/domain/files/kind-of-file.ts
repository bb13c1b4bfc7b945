import { endingOf, type FileProblem, type MediaType } from '../attachment.ts'
import { ascii, type ReadBytes, says, u32 } from './bytes.ts'
import { isPlainText } from './plain-text.ts'
import { typeOfZip } from './zip-type.ts'

/** What the content is, whatever the name says; a name only tells a table from other text. */
export async function kindOfFile(
  read: ReadBytes,
  size: number,
  name: string,
): Promise<MediaType | FileProblem> {
  const head = await read(0, 64)
  const found = pictureType(head) ?? videoType(head)
  if (found) return found
  if (says(head, 0, '%PDF-')) return 'application/pdf'
  if (says(head, 0, 'PK\x03\x04')) return (await typeOfZip(read, size)) ?? 'wrong-kind'
  if (!(await isPlainText(read, size))) return 'wrong-kind'
  return endingOf(name).toLowerCase() === 'csv' ? 'text/csv' : 'text/plain'
}

function pictureType(head: Uint8Array): MediaType | null {
  if (says(head, 0, '\xff\xd8\xff')) return 'image/jpeg'
  if (says(head, 0, '\x89PNG\r\n\x1a\n')) return 'image/png'
  if (says(head, 0, 'GIF87a') || says(head, 0, 'GIF89a')) return 'image/gif'
  return says(head, 0, 'RIFF') && says(head, 8, 'WEBP') ? 'image/webp' : null
}

const mp4Brands = /^(isom|iso\d|mp4\d|avc\d|M4V |M4VH|M4VP|dash|MSNV|mmp4|NDS.|XAVC)$/
const heicBrands = /^(hei[cmsx]|hev[cmsx]|mif\d|msf\d|avi[fs])$/

function videoType(head: Uint8Array): MediaType | 'heic' | null {
  if (says(head, 4, 'ftyp')) return typeOfBrand(ascii(head, 8, 4), u32(head, 0))
  // EBML, whose document type says "webm" (and not, say, "matroska").
  const isEbml = says(head, 0, '\x1a\x45\xdf\xa3')
  return isEbml && ascii(head, 0, head.length).includes('\x42\x82\x84webm') ? 'video/webm' : null
}

function typeOfBrand(brand: string, boxBytes: number): MediaType | 'heic' | null {
  if (boxBytes < 12 || boxBytes > 1024) return null
  if (brand === 'qt  ') return 'video/quicktime'
  if (heicBrands.test(brand)) return 'heic'
  return mp4Brands.test(brand) ? 'video/mp4' : null
}
