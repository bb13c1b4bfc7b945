import type { DataConnection } from 'peerjs'
import type { ControlMessage } from './control-message.ts'
import { readControl, writeControl } from './control-message.ts'

export const controlLabel = 'control'

export interface ControlChannel {
  /** Said at once, or as soon as the channel is open; only the newest is kept until then. */
  say(message: ControlMessage): void
  close(): void
}

/** A data connection beside the call. What is not one of ours is closed unheard. */
export function makeControlChannel(
  connection: DataConnection,
  onMessage: (message: ControlMessage) => void,
): ControlChannel {
  let waiting: ControlMessage | null = null

  connection.on('open', () => waiting && say(waiting))
  connection.on('data', (data) => {
    const message = readControl(data)
    if (message) onMessage(message)
  })

  function say(message: ControlMessage): void {
    if (connection.open) void connection.send(writeControl(message))
    else waiting = message
  }

  return { say, close: () => connection.close() }
}

export function isControl({ label, serialization }: DataConnection): boolean {
  return label === controlLabel && serialization === 'raw'
}
