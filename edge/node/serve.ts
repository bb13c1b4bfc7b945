// The one port: requests to the API and the pages, upgrades to the broker, and an orderly end.

import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createAdaptorServer } from '@hono/node-server'
import type { Broker } from '../../peer-server/broker.ts'

export type Answers = (request: Request, env: unknown) => Response | Promise<Response>

export interface Door {
  /** From now on these are the answers. Resolves with the port; rejects with a sentence where it cannot be had. */
  open(answers: Answers): Promise<number>
  /** Answers what is under way, then closes; after `patienceMs` it cuts. */
  end(patienceMs: number): Promise<void>
}

export function createDoor(broker: Broker, place: { host: string; port: number }): Door {
  let answers: Answers
  const fetch: Answers = (request, env) => answers(request, env)
  const server = createAdaptorServer({ fetch: fetch as never }) as Server
  server.on('upgrade', (request, socket, head) => {
    if (!broker.handleUpgrade(request, socket, head)) socket.destroy()
  })
  return {
    async open(given) {
      answers = given
      if (!server.listening) await listen(server, place)
      return (server.address() as AddressInfo).port
    },
    end: (patienceMs) =>
      new Promise((resolve) => {
        if (!server.listening) return resolve()
        const cut = setTimeout(() => server.closeAllConnections(), patienceMs)
        server.close(() => {
          clearTimeout(cut)
          resolve()
        })
        server.closeIdleConnections()
      }),
  }
}

function listen(server: Server, { host, port }: { host: string; port: number }): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) => reject(new Error(sentence(cause, host, port))))
    server.listen(port, host, resolve)
  })
}

function sentence(cause: NodeJS.ErrnoException, host: string, port: number): string {
  if (cause.code === 'EADDRINUSE') {
    return `Port ${port} is in use by another program. End that one, or choose another port: PORT=${port + 1} npm start`
  }
  if (cause.code === 'EACCES')
    return `Port ${port} needs rights that this user does not have. Choose one above 1023.`
  if (cause.code === 'EADDRNOTAVAIL') return `HOST=${host} is not an address of this machine.`
  return `The server could not listen on ${host}:${port}: ${cause.message}`
}
