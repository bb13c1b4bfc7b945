// The library takes all listeners off a socket before it lets go of it. An error that arrives after that, such as the
// reset of a server that does not want us, would have no listener and end the process. Internals: pinned exactly.

import { NodeTransport } from '@nats-io/transport-node/lib/node_transport.js'

interface Socket {
  on(event: 'error', listener: () => void): unknown
  removeAllListeners(): this
}

const ways = ['dial', 'tlsFirst', 'startTLS'] as const
type Opener = (...args: unknown[]) => Promise<Socket>

let isDone = false

/** To be called before the first connection. */
export function hearLateErrors(): void {
  if (isDone) return
  isDone = true
  const openers = NodeTransport.prototype as unknown as Record<(typeof ways)[number], Opener>
  for (const way of ways) {
    const open = openers[way]
    openers[way] = async function (this: unknown, ...args) {
      return withEar(await open.apply(this, args))
    }
  }
}

function withEar(socket: Socket): Socket {
  const removeAll = socket.removeAllListeners
  const listen = () => void socket.on('error', () => {})
  socket.removeAllListeners = () => {
    removeAll.call(socket)
    listen()
    return socket
  }
  listen()
  return socket
}
