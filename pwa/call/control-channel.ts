import type { DataConnection } from 'peerjs'
import {
  type ControlMessage,
  readControl,
  readTool,
  type ToolMessage,
  writeControl,
} from './control-message.ts'

export const controlLabel = 'control'

/** What is sent in pieces waits while more than this is on its way, so that small words never wait long. */
const backlogBytes = 64 * 1024

export interface ControlChannel {
  /** Said at once, or as soon as the channel is open; only the newest is kept until then. */
  say(message: ControlMessage): void
  /** Said now or never: what a tool shows is of this moment. */
  tell(message: object | ArrayBuffer): void
  /** Resolves when there is room for more, or the channel has closed. */
  drained(): Promise<void>
  close(): void
}

export interface ControlEvents {
  heard(message: ControlMessage): void
  told(message: ToolMessage | ArrayBuffer): void
  opened(isOpen: boolean): void
}

/** A data connection beside the call. What is not one of ours is closed unheard. */
export function makeControlChannel(connection: DataConnection, on: ControlEvents): ControlChannel {
  let waiting: ControlMessage | null = null

  connection.on('open', open)
  connection.on('close', () => on.opened(false))
  connection.on('data', take)
  if (connection.open) open()

  function open(): void {
    if (waiting) say(waiting)
    on.opened(true)
  }

  function take(data: unknown): void {
    const message = readControl(data)
    const tool = message ? null : readTool(data)
    if (message) on.heard(message)
    if (tool) on.told(tool)
  }

  function say(message: ControlMessage): void {
    if (connection.open) void connection.send(writeControl(message))
    else waiting = message
  }

  function tell(message: object | ArrayBuffer): void {
    if (!connection.open) return
    void connection.send(message instanceof ArrayBuffer ? message : JSON.stringify(message))
  }

  async function drained(): Promise<void> {
    const channel = connection.dataChannel
    if (!channel || channel.bufferedAmount <= backlogBytes) return
    channel.bufferedAmountLowThreshold = backlogBytes
    await new Promise((resolve) => {
      for (const end of ['bufferedamountlow', 'close']) channel.addEventListener(end, resolve, { once: true })
    })
  }

  return { say, tell, drained, close: () => connection.close() }
}

export function isControl({ label, serialization }: DataConnection): boolean {
  return label === controlLabel && serialization === 'raw'
}
