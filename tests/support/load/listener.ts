// An event stream as a page holds it: it comes back from where it was, to whichever instance is next.

import { Agent, type IncomingMessage, request } from 'node:http'
import type { Person } from './crowd.ts'

export interface Listener {
  /** Ends what it reads from, as a network that changed does. It comes back by itself. */
  cut(): void
  end(): void
  /** Resolves when it listens for the first time. */
  ready: Promise<void>
  /** How often it came back. */
  returns: number
}

export interface Heard {
  /** What a reader may never see: a position that does not go up. */
  disorder(before: number, after: number): void
  /** A message's text. */
  message(text: string): void
}

const sockets = new Agent({ maxSockets: Number.POSITIVE_INFINITY })
const pauseMs = 100

/** @param next the instance to ask, each time anew */
export function listen({ cookie, events }: Person, next: () => string, heard: Heard): Listener {
  let last = 0
  let ended = false
  let answer: IncomingMessage | null = null
  let tellReady = () => {}
  const ready = new Promise<void>((resolve) => {
    tellReady = resolve
  })

  function open() {
    if (ended) return
    const headers = { cookie, ...(last > 0 && { 'last-event-id': String(last) }) }
    const asked = request(next() + events, { headers, agent: sockets }, (come) => {
      answer = come
      let rest = ''
      come.setEncoding('utf8').on('data', (chunk: string) => {
        const parts = (rest + chunk).split('\n\n')
        rest = parts.pop() ?? ''
        for (const part of parts) hear(part)
      })
      come.on('close', again)
      come.on('error', () => {})
    })
    asked.on('error', again)
    asked.end()
  }

  function again() {
    if (ended) return
    listener.returns++
    setTimeout(open, pauseMs)
  }

  function hear(frame: string) {
    if (frame.startsWith(': ready')) return tellReady()
    const id = Number(/^id: (\d+)$/m.exec(frame)?.[1])
    if (!id) return
    if (id <= last) heard.disorder(last, id)
    last = id
    const text = /"text":"([^"]*)"/.exec(frame)?.[1]
    if (text !== undefined) heard.message(text)
  }

  const listener: Listener = {
    ready,
    returns: 0,
    cut: () => void answer?.destroy(),
    end() {
      ended = true
      answer?.destroy()
    },
  }
  open()
  return listener
}
