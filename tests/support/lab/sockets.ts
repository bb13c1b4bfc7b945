import { fork } from 'node:child_process'
import type { Socket } from 'node:dgram'
import type { Server } from 'node:net'
import { fileURLToPath } from 'node:url'

const maker = fileURLToPath(new URL('make-socket.mjs', import.meta.url))

/** A listening TCP socket in another network, held by this process. */
export const listenIn = (namespace: string, address: string, port: number) =>
  make<Server>(namespace, 'tcp', address, port)

/** A bound UDP socket in another network, held by this process. */
export const bindIn = (namespace: string, address: string, port = 0) =>
  make<Socket>(namespace, 'udp', address, port)

function make<T>(namespace: string, kind: 'tcp' | 'udp', address: string, port: number): Promise<T> {
  return new Promise((resolve, reject) => {
    const child = fork(maker, [kind, address, String(port)], {
      execPath: 'ip',
      execArgv: ['netns', 'exec', namespace, process.execPath],
    })
    child.once('message', (_, socket) => {
      child.disconnect()
      resolve(socket as T)
    })
    child.once('error', reject)
    child.once('exit', (code) => reject(new Error(`No ${kind} socket at ${address}:${port}, code ${code}`)))
  })
}
