// Run in a namespace: makes one socket there and hands it to the process that asked. A socket stays in the
// network that it was made in, so the asker listens and speaks there without living there.
//   make-socket.mjs tcp|udp <address> <port>
import { createSocket } from 'node:dgram'
import { createServer } from 'node:net'
import process from 'node:process'

const [kind, address, port] = process.argv.slice(2)

if (kind === 'tcp') {
  const server = createServer()
  server.listen(Number(port), address, () => hand(server))
} else {
  const socket = createSocket('udp4')
  socket.bind(Number(port), address, () => hand(socket))
}

// The asker hangs up once it has the socket; it may also have died before.
process.on('disconnect', () => process.exit())

function hand(socket) {
  process.send('made', socket)
}
