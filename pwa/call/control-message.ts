// What the two browsers tell each other directly, beside picture and sound. The words come from the other
// person's machine: nothing is believed that is not exactly of this shape.

export interface RemoteMedia {
  camera: 'on' | 'off' | 'none'
  microphone: 'on' | 'off' | 'none'
  screen: boolean
}

export type ControlMessage = { t: 'media' } & RemoteMedia

/** A tool's word. Each tool reads its own, so that the heavy ones can be fetched when they are first used. */
export type ToolMessage = { readonly t: string } & Readonly<Record<string, unknown>>

const longest = 4_096
const longestPiece = 16_384
const switches: readonly unknown[] = ['on', 'off', 'none']

export function writeControl(message: ControlMessage): string {
  return JSON.stringify(message)
}

/** The message, or `null` for anything unknown, malformed or too long. */
export function readControl(data: unknown): ControlMessage | null {
  if (typeof data !== 'string' || data.length > longest) return null
  const value = parsed(data)
  if (value?.t !== 'media') return null
  if (!switches.includes(value.camera) || !switches.includes(value.microphone)) return null
  const { camera, microphone } = value as unknown as RemoteMedia
  return { t: 'media', camera, microphone, screen: value.screen === true }
}

/** A word or a piece of a photo for one of the tools, or `null` for what cannot be either. */
export function readTool(data: unknown): ToolMessage | ArrayBuffer | null {
  if (data instanceof ArrayBuffer) return data.byteLength <= longestPiece ? data : null
  if (typeof data !== 'string' || data.length > longest) return null
  const value = parsed(data)
  return typeof value?.t === 'string' && value.t !== 'media' ? (value as ToolMessage) : null
}

function parsed(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : null
  } catch {
    return null
  }
}
