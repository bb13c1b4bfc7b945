// Office documents are zip archives. What is in one is read from its list of contents, so nothing is unpacked.

import type { MediaType } from '../attachment.ts'
import { ascii, type ReadBytes, says, u16, u32 } from './bytes.ts'

const office = 'application/vnd.openxmlformats-officedocument'
const open = 'application/vnd.oasis.opendocument'
const listLimit = 4 * 1024 * 1024

/** The type of an office document without macros; `null` for any other archive. */
export async function typeOfZip(read: ReadBytes, size: number): Promise<MediaType | null> {
  const names = await namesIn(read, size)
  if (names.some((name) => /vbaproject|\.(exe|dll|js|vbs|bat|cmd|ps1|jar)$/i.test(name))) return null
  if (names.includes('[Content_Types].xml')) return officeType(names)
  return names[0] === 'mimetype' ? openType(await read(0, 128)) : null
}

function officeType(names: readonly string[]): MediaType | null {
  if (names.includes('word/document.xml')) return `${office}.wordprocessingml.document`
  if (names.includes('xl/workbook.xml')) return `${office}.spreadsheetml.sheet`
  if (names.includes('ppt/presentation.xml')) return `${office}.presentationml.presentation`
  return null
}

/** The OpenDocument rule: the first entry is "mimetype", stored as it is. */
function openType(head: Uint8Array): MediaType | null {
  const content = ascii(head, 30 + u16(head, 26, true) + u16(head, 28, true), u32(head, 18, true))
  const found = [`${open}.text`, `${open}.spreadsheet`] as const
  return found.find((type) => type === content) ?? null
}

/** The names in the central directory (APPNOTE 4.3.12), or none where it is not whole. */
async function namesIn(read: ReadBytes, size: number): Promise<string[]> {
  const tailAt = Math.max(0, size - 65_557)
  const tail = await read(tailAt, size - tailAt)
  const end = lastPlaceOf(tail, 'PK\x05\x06')
  if (end < 0) return []
  const [length, at] = [u32(tail, end + 12, true), u32(tail, end + 16, true)]
  if (length > listLimit || at + length > size) return []
  const list = await read(at, length)
  const names: string[] = []
  for (let place = 0; says(list, place, 'PK\x01\x02'); ) {
    const [name, extra, comment] = [28, 30, 32].map((field) => u16(list, place + field, true))
    names.push(ascii(list, place + 46, name ?? 0))
    place += 46 + (name ?? 0) + (extra ?? 0) + (comment ?? 0)
  }
  return names
}

function lastPlaceOf(bytes: Uint8Array, text: string): number {
  for (let place = bytes.length - 22; place >= 0; place--) if (says(bytes, place, text)) return place
  return -1
}
