import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type Broker, createBroker } from './broker.ts'
import type { BrokerConfig } from './config.ts'
import { mayReadMetrics, metricsOf } from './metrics.ts'
import { refuseUpgrade } from './refuse-upgrade.ts'

export interface RunningBroker {
  address: string
  end(): Promise<void>
}

/** The broker alone on a port. Rejects when the port cannot be had. */
export async function startBroker(config: BrokerConfig): Promise<RunningBroker> {
  const broker = createBroker({ secret: config.secret, allowedOrigins: [config.publicOrigin] })
  const server = createServer((request, response) => void answer(request, response, broker, config))
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

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  broker: Broker,
  { metricsToken }: BrokerConfig,
): Promise<void> {
  const asked = `${request.method} ${request.url}`
  if (asked === 'GET /healthz') return send('application/json', '{"status":"ok"}')
  if (asked === 'GET /metrics' && (await mayReadMetrics(request, metricsToken)))
    return send('text/plain; version=0.0.4; charset=utf-8', metricsOf(broker))
  response.writeHead(404).end()

  function send(type: string, text: string): void {
    response.writeHead(200, { 'content-type': type, 'cache-control': 'no-store' }).end(text)
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
