import { connect, type Server, type Socket } from 'node:net'
import { pipeline } from 'node:stream'
import { TLSSocket } from 'node:tls'
import type { Certificate } from './certificate.ts'

export interface Door {
  close(): void
}

/** Takes the TLS off what arrives and hands the bytes to a server of this machine. */
export function openHttpsDoor(server: Server, { cert, key }: Certificate, target: URL): Door {
  const open = new Set<Socket>()
  server.on('connection', (outside) => {
    const inside = connect(Number(target.port), target.hostname)
    const plain = new TLSSocket(outside, { isServer: true, cert, key })
    for (const socket of [outside, inside]) hold(open, socket.setNoDelay())
    // Either end may go at any time: then both do, and nobody needs to know.
    pipeline(plain, inside, () => outside.destroy())
    pipeline(inside, plain, () => outside.destroy())
  })
  return {
    close() {
      server.close()
      for (const socket of open) socket.destroy()
    },
  }
}

function hold(open: Set<Socket>, socket: Socket): void {
  open.add(socket)
  socket.on('close', () => open.delete(socket))
}
