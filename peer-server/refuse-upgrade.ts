import { STATUS_CODES } from 'node:http'
import type { Duplex } from 'node:stream'

/** Answers an upgrade with a bare status: a stranger learns nothing about why. */
export function refuseUpgrade(socket: Duplex, status: 401 | 403 | 404 | 503): void {
  // Without this, a client that sends its end late or never would keep the socket.
  socket.once('finish', () => socket.destroy())
  socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`)
}
