import {
  type ControlMessage,
  readControl,
  readTool,
  type ToolMessage,
  writeControl,
} from './control-message.ts'

/** What is sent in pieces waits while more than this is on its way, so that small words never wait long. */
const backlogBytes = 64 * 1024
// Both sides know the channel by its number, so it needs no negotiation of its own.
const id = 100

export interface ControlChannel {
  /** Said at once, or as soon as the channel is open; only the newest is kept until then. */
  say(message: ControlMessage): void
  /** Said now or never: what a tool shows is of this moment. */
  tell(message: object | ArrayBuffer): void
  /** Resolves when there is room for more, or the channel has closed. */
  drained(): Promise<void>
  isOpen(): boolean
  close(): void
}

export interface ControlEvents {
  heard(message: ControlMessage): void
  told(message: ToolMessage | ArrayBuffer): void
  opened(isOpen: boolean): void
}

/**
 * A channel beside picture and sound, in the same connection: it is up and down with them, and comes back with
 * them. What is not one of our words is not heard.
 */
export function makeControlChannel(pc: RTCPeerConnection, on: ControlEvents): ControlChannel {
  const channel = pc.createDataChannel('control', { negotiated: true, id })
  channel.binaryType = 'arraybuffer'
  let waiting: ControlMessage | null = null

  channel.onopen = open
  channel.onclose = () => on.opened(false)
  channel.onmessage = ({ data }) => take(data)

  const isOpen = () => channel.readyState === 'open'

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
    if (isOpen()) channel.send(writeControl(message))
    else waiting = message
  }

  function tell(message: object | ArrayBuffer): void {
    if (!isOpen()) return
    if (message instanceof ArrayBuffer) channel.send(message)
    else channel.send(JSON.stringify(message))
  }

  async function drained(): Promise<void> {
    if (!isOpen() || channel.bufferedAmount <= backlogBytes) return
    channel.bufferedAmountLowThreshold = backlogBytes
    await new Promise((resolve) => {
      for (const end of ['bufferedamountlow', 'close']) channel.addEventListener(end, resolve, { once: true })
    })
  }

  function close(): void {
    channel.onopen = channel.onclose = channel.onmessage = null
    channel.close()
  }

  return { say, tell, drained, isOpen, close }
}
