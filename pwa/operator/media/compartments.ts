// Photos and videos lie apart, whichever of the two was open when they were picked.

export const compartments = ['photos', 'videos'] as const
export type Compartment = (typeof compartments)[number]

// Few browsers know a type for Apple's format, and an operator's computer may know none at all.
const photoNames = /\.(jpe?g|png|gif|webp|avif|heic|heif)$/i
const videoNames = /\.(mp4|m4v|mov|webm)$/i

/** By what the browser says of the file; what it really is, is judged before it is sent. */
export function compartmentOf({ type, name }: Pick<File, 'type' | 'name'>): Compartment | null {
  if (type.startsWith('image/') && type !== 'image/svg+xml') return 'photos'
  if (type.startsWith('video/')) return 'videos'
  if (type) return null
  if (photoNames.test(name)) return 'photos'
  return videoNames.test(name) ? 'videos' : null
}
