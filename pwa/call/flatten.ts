import { type Drawing, pathOf, strokeWidth } from './drawing.ts'
import type { Still } from './still.ts'

export interface InkColors {
  line: string
  edge: string
}

/** The picture and what is drawn on it as one JPEG, in the picture's own resolution. */
export async function flatten(
  still: Still,
  drawing: Drawing,
  { line, edge }: InkColors,
): Promise<Blob | null> {
  const { width, height } = still
  const canvas = Object.assign(document.createElement('canvas'), { width, height })
  const pen = canvas.getContext('2d')
  const picture = await createImageBitmap(still.blob).catch(() => null)
  if (!pen || !picture) return null
  pen.drawImage(picture, 0, 0)
  picture.close()
  pen.lineCap = pen.lineJoin = 'round'
  for (const stroke of drawing) {
    const path = new Path2D(pathOf(stroke, still))
    ink(pen, path, edge, strokeWidth(still) * 1.7)
    ink(pen, path, line, strokeWidth(still))
  }
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/jpeg', 0.92))
}

function ink(pen: CanvasRenderingContext2D, path: Path2D, color: string, width: number): void {
  pen.strokeStyle = color
  pen.lineWidth = width
  pen.stroke(path)
}

/** The colours that the drawing has on the screen. */
export function inkColors(): InkColors {
  const look = getComputedStyle(document.documentElement)
  const line = look.getPropertyValue('--info-fill').trim() || '#0a66d6'
  return { line, edge: '#ffffff' }
}
