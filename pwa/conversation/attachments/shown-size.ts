import type { AttachmentEntry } from '../entry.ts'

const widestPx = 280
const highestPx = 320

/** The room that a picture takes in the log, known before it is there, so that nothing jumps. */
export function shownSize({ width, height }: AttachmentEntry['file']): { width: number; height: number } {
  if (!width || !height) return { width: widestPx, height: Math.round((widestPx * 9) / 16) }
  const scale = Math.min(1, widestPx / width, highestPx / height)
  return { width: Math.max(48, Math.round(width * scale)), height: Math.max(48, Math.round(height * scale)) }
}
