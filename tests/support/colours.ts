import type { Locator } from 'playwright-core'

/** The colours that the handbook gives a meaning, and what is none of them. */
export type Colour = 'green' | 'red' | 'black' | 'blue' | 'yellow' | 'gray' | 'white' | 'none'

/** What a person would call the colour of an element's ground or of its ink, as the browser reckoned it. */
export async function colourOf(element: Locator, part: 'background-color' | 'color'): Promise<Colour> {
  await element.waitFor()
  const [red = 0, green = 0, blue = 0, alpha = 0] = await element.evaluate(painted, part)
  return alpha < 128 ? 'none' : nameOf(red / 255, green / 255, blue / 255)
}

// What the browser has and these tests' types do not.
interface Browser {
  getComputedStyle(element: unknown): { getPropertyValue(name: string): string }
  OffscreenCanvas: new (
    width: number,
    height: number,
  ) => {
    getContext(kind: '2d'): {
      fillStyle: string
      fillRect(...box: number[]): void
      getImageData(...box: number[]): { data: Iterable<number> }
    }
  }
}

// By painting it, because the browser may name it in any of CSS's notations.
function painted(element: unknown, part: string): number[] {
  const { getComputedStyle, OffscreenCanvas } = globalThis as unknown as Browser
  const pen = new OffscreenCanvas(1, 1).getContext('2d')
  pen.fillStyle = getComputedStyle(element).getPropertyValue(part)
  pen.fillRect(0, 0, 1, 1)
  return [...pen.getImageData(0, 0, 1, 1).data]
}

function nameOf(red: number, green: number, blue: number): Colour {
  const most = Math.max(red, green, blue)
  const least = Math.min(red, green, blue)
  const light = (most + least) / 2
  const strength = most === least ? 0 : (most - least) / (1 - Math.abs(2 * light - 1))
  if (light < 0.15) return 'black'
  if (strength < 0.15) return light > 0.9 ? 'white' : 'gray'
  const hue = hueOf(red, green, blue, most, most - least)
  return hues.find(([end]) => hue < end)?.[1] ?? 'red'
}

const hues: readonly [end: number, Colour][] = [
  [20, 'red'],
  [38, 'none'],
  [70, 'yellow'],
  [90, 'none'],
  [170, 'green'],
  [190, 'none'],
  [230, 'blue'],
  [340, 'none'],
]

function hueOf(red: number, green: number, blue: number, most: number, spread: number): number {
  const sixth =
    most === red
      ? (green - blue) / spread
      : most === green
        ? 2 + (blue - red) / spread
        : 4 + (red - green) / spread
  return (sixth * 60 + 360) % 360
}
