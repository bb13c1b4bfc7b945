import { EventEmitter } from 'node:events'
import { WebSocket } from 'ws'
import type { PeerTicket } from '../edge/domain/tickets.ts'
import type { DropReason, Verdict } from './gate.ts'

export interface LineOptions {
  ticket: PeerTicket
  judge: (frame: Buffer, isBinary: boolean) => Verdict
  unreadBytes: number
  /** A message of its own for the other side. */
  onPass: () => void
  onDrop: (reason: DropReason) => void
  /** Once, when the line has ended, whoever ended it. */
  onEnd: (line: Line) => void
}

/**
 * One peer's socket, as `peer` gets to see it: it listens, sends and closes here as it would on the
 * WebSocket itself, but hears only what the gate let through, and nothing after the line has ended.
 */
export class Line extends EventEmitter {
  readonly ticket: PeerTicket
  readonly #socket: WebSocket
  readonly #options: LineOptions
  #ended = false

  constructor(socket: WebSocket, options: LineOptions) {
    super()
    this.ticket = options.ticket
    this.#socket = socket
    this.#options = options
    socket.on('message', (frame, isBinary) => this.#hear(frame as Buffer, isBinary))
    socket.on('close', () => this.#end())
    // Broken frames and resets: ws closes the socket itself, but without a listener the process would exit.
    socket.on('error', () => {})
  }

  send(text: string): void {
    if (this.#socket.readyState !== WebSocket.OPEN) return
    if (this.#socket.bufferedAmount > this.#options.unreadBytes) this.close(1008)
    else this.#socket.send(text)
  }

  /** Ends the line at once, even when the other end of the socket is no longer there to agree. */
  close(code = 1001): void {
    this.#end()
    this.#socket.close(code)
    this.#socket.terminate()
  }

  /** Says goodbye and waits for the answer; resolves when the socket is closed. */
  async leave(patienceMs: number): Promise<void> {
    this.#end()
    const impatience = setTimeout(() => this.#socket.terminate(), patienceMs)
    const closed = new Promise((resolve) => this.#socket.once('close', resolve))
    this.#socket.close(1001)
    await closed
    clearTimeout(impatience)
  }

  #hear(frame: Buffer, isBinary: boolean): void {
    if (this.#ended) return
    const verdict = this.#options.judge(frame, isBinary)
    if (verdict.kind === 'pass') {
      if (verdict.isForPartner) this.#options.onPass()
      this.emit('message', verdict.text)
    }
    if (verdict.kind === 'drop') this.#options.onDrop(verdict.reason)
    if (verdict.kind === 'flood') this.close(1008)
  }

  // `peer` forgets its client in this very call, so the same id can be admitted right after it.
  #end(): void {
    if (this.#ended) return
    this.#ended = true
    this.emit('close')
    this.#options.onEnd(this)
  }
}
