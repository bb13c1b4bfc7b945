// What may be attached to a conversation: kinds, sizes, names. Types are decided by content
// (edge/domain/files/kind-of-file.ts), never by a name.

export const attachmentKinds = ['photo', 'video', 'document'] as const
export type AttachmentKind = (typeof attachmentKinds)[number]

interface TypeFacts {
  kind: AttachmentKind
  /** File name endings that fit, the usual one first. */
  endings: readonly string[]
}

const office = 'application/vnd.openxmlformats-officedocument'
const open = 'application/vnd.oasis.opendocument'

export const mediaTypes = {
  'image/jpeg': { kind: 'photo', endings: ['jpg', 'jpeg', 'jfif'] },
  'image/png': { kind: 'photo', endings: ['png'] },
  'image/webp': { kind: 'photo', endings: ['webp'] },
  'image/gif': { kind: 'photo', endings: ['gif'] },
  'video/mp4': { kind: 'video', endings: ['mp4', 'm4v'] },
  'video/quicktime': { kind: 'video', endings: ['mov', 'qt'] },
  'video/webm': { kind: 'video', endings: ['webm'] },
  'application/pdf': { kind: 'document', endings: ['pdf'] },
  [`${office}.wordprocessingml.document`]: { kind: 'document', endings: ['docx'] },
  [`${office}.spreadsheetml.sheet`]: { kind: 'document', endings: ['xlsx'] },
  [`${office}.presentationml.presentation`]: { kind: 'document', endings: ['pptx'] },
  [`${open}.text`]: { kind: 'document', endings: ['odt'] },
  [`${open}.spreadsheet`]: { kind: 'document', endings: ['ods'] },
  'text/plain': { kind: 'document', endings: ['txt'] },
  'text/csv': { kind: 'document', endings: ['csv'] },
} as const satisfies Record<string, TypeFacts>

export type MediaType = keyof typeof mediaTypes

export function kindOf(type: MediaType): AttachmentKind {
  return factsOf(type).kind
}

const megabyte = 1024 * 1024

export interface AttachmentLimits {
  /** Bytes of one file. */
  file: number
  /** Bytes that a conversation holds. */
  conversation: number
  /** Uploads that one side has under way. */
  open: number
}

export const attachmentLimits: AttachmentLimits = {
  file: 200 * megabyte,
  conversation: 2_048 * megabyte,
  open: 10,
}

/** Decoding costs the viewer's memory by the pixel, however few bytes a picture has. */
export const pixelLimit = 100_000_000

/** An upload that nobody goes on with is cleared away after this. */
export const abandonedMs = 24 * 3_600_000

/** Why a file was not taken, for the screen to say it in its own words. */
export type FileProblem = 'empty' | 'too-large' | 'heic' | 'picture-too-large' | 'damaged' | 'wrong-kind'

const nameLimit = 120

/** A file name as it is kept: the last part of a path, without what could disguise or break it. */
export function readFileName(text: string): string {
  const last = text.replaceAll(forbidden, '').split(/[/\\]/).at(-1) ?? ''
  const plain = last.replaceAll(/\s+/g, ' ').replace(/^[. ]+|[. ]+$/g, '')
  return shortened(plain) || 'file'
}

// Control characters, direction overrides ("gpj.exe" read as "exe.jpg"), and what file systems reserve.
const forbidden = /[\p{Cc}\p{Cs}\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF<>:"|?*]/gu

function shortened(name: string): string {
  if (name.length <= nameLimit) return name
  const ending = endingOf(name)
  const stem = name.slice(0, nameLimit - ending.length - 1)
  return ending ? `${stem}.${ending}` : name.slice(0, nameLimit)
}

/** The name with an ending that tells the truth, so that what is saved opens as what it is. */
export function nameFor(name: string, type: MediaType): string {
  const { endings } = factsOf(type)
  const ending = endingOf(name).toLowerCase()
  if (endings.includes(ending)) return name
  const stem = knownEndings.has(ending) ? name.slice(0, -ending.length - 1) : name
  return readFileName(`${stem}.${endings[0]}`)
}

export function endingOf(name: string): string {
  return /.\.([\p{L}\p{N}]{1,8})$/u.exec(name)?.[1] ?? ''
}

function factsOf(type: MediaType): TypeFacts {
  return mediaTypes[type]
}

const knownEndings = new Set<string>([
  ...Object.values<TypeFacts>(mediaTypes).flatMap(({ endings }) => endings),
  // What browsers turn into JPEG before it is sent.
  'heic',
  'heif',
  'avif',
  'bmp',
  'tif',
  'tiff',
])
