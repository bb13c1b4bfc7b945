// What the two browsers tell each other directly, beside picture and sound. The words come from the other
// person's machine: nothing is believed that is not exactly of this shape.

export interface RemoteMedia {
  camera: 'on' | 'off' | 'none'
  microphone: 'on' | 'off' | 'none'
  screen: boolean
}

export type ControlMessage = { t: 'media' } & RemoteMedia

const longest = 4_096
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

function parsed(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : null
  } catch {
    return null
  }
}
