// A place on a picture is told as a share of the camera's own frame, so that it means the same thing on two
// screens that crop, letterbox and mirror the frame each in its own way.

/** From the frame's upper left corner, 0 to 1 each way, as the camera sees it: never mirrored. */
export interface Spot {
  x: number
  y: number
}

/** A frame of a camera, fitted into a box on a screen as CSS `object-fit` does. */
export interface View {
  width: number
  height: number
  frameWidth: number
  frameHeight: number
  fit: 'cover' | 'contain'
  mirrored: boolean
}

/** Where the spot is in the box, in its pixels; outside of it where the crop has cut the spot off. */
export function toScreen(view: View, { x, y }: Spot): { x: number; y: number } {
  const picture = placed(view)
  return {
    x: picture.left + (view.mirrored ? 1 - x : x) * picture.width,
    y: picture.top + y * picture.height,
  }
}

/** What is seen at these pixels of the box, or `null` beside the picture. */
export function toFrame(view: View, at: { x: number; y: number }): Spot | null {
  const picture = placed(view)
  const across = (at.x - picture.left) / picture.width
  const spot = { x: view.mirrored ? 1 - across : across, y: (at.y - picture.top) / picture.height }
  return isSpot(spot) ? spot : null
}

export function isSpot({ x, y }: { x: unknown; y: unknown }): boolean {
  return isShare(x) && isShare(y)
}

function isShare(value: unknown): boolean {
  return typeof value === 'number' && value >= 0 && value <= 1
}

function placed({ width, height, frameWidth, frameHeight, fit }: View) {
  const across = width / frameWidth
  const down = height / frameHeight
  const scale = fit === 'cover' ? Math.max(across, down) : Math.min(across, down)
  const size = { width: frameWidth * scale, height: frameHeight * scale }
  return { left: (width - size.width) / 2, top: (height - size.height) / 2, ...size }
}
