import type { Server } from 'node:http'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createBroker } from './broker.ts'
import type { BrokerConfig } from './config.ts'
import { refuseUpgrade } from './refuse-upgrade.ts'

export interface RunningBroker {
  address: string
  end(): Promise<void>
}

/** The broker alone on a port. Rejects when the port cannot be had. */
export async function startBroker(config: BrokerConfig): Promise<RunningBroker> {
  const broker = createBroker({ secret: config.secret, allowedOrigins: [config.publicOrigin] })
  const server = createServer((request, response) => {
    const isHealthy = request.method === 'GET' && request.url === '/healthz'
    response.writeHead(isHealthy ? 200 : 404, { 'content-type': 'application/json' })
    response.end(isHealthy ? '{"status":"ok"}' : '')
  })
  server.on('upgrade', (request, socket, head) => {
    if (!broker.handleUpgrade(request, socket, head))
      refuseUpgrade(
        socket.on('error', () => {}),
        404,
      )
  })
  await listen(server, config).catch(async (cause) => {
    await broker.close()
    throw cause
  })
  const { address, family, port } = server.address() as AddressInfo
  return {
    address: `http://${family === 'IPv6' ? `[${address}]` : address}:${port}`,
    end: async () => {
      await broker.close()
      await new Promise<void>((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      })
    },
  }
}

function listen(server: Server, { port, host }: BrokerConfig): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => {
      server.off('error', reject)
      resolve()
    })
  })
}
