// Debian's Caddy with the configuration that is shipped, on a port of its own and with certificates that it makes itself.

import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { request } from 'node:https'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { fileURLToPath } from 'node:url'
import { freePort } from './free-port.ts'

const shipped = fileURLToPath(new URL('../../deploy/server/Caddyfile', import.meta.url))

export interface Caddy {
  /** What signs its certificates. */
  ca: string
  /** As `fetch` has it, but trusting Caddy. */
  request(path: string, init: RequestInit): Promise<Response>
  end(): Promise<void>
}

/** @param port where it listens, with the address `https://localhost:<port>`; `house` and `broker` are `host:port` */
export async function startCaddy(port: number, house: string, broker = house): Promise<Caddy> {
  const folder = await mkdtemp(join(tmpdir(), 'visavis-caddy-'))
  const config = join(folder, 'Caddyfile')
  // What a machine has one of is left alone: its port 80, its list of whom to trust, and Caddy's own door.
  const around = ['admin off', 'skip_install_trust', `http_port ${await freePort()}`]
  await writeFile(config, `{\n${around.join('\n')}\n}\nimport ${shipped}\n`)
  const environment = {
    PATH: process.env.PATH ?? '',
    HOME: folder,
    XDG_DATA_HOME: folder,
    VISAVIS_SITE: `https://localhost:${port}`,
    VISAVIS_HOUSE: house,
    VISAVIS_BROKER: broker,
  }
  const child = spawn('caddy', ['run', '--config', config, '--adapter', 'caddyfile'], { env: environment })
  const leave = () => child.kill('SIGKILL')
  process.once('exit', leave)
  await serving(child)
  const root = join(folder, 'caddy/pki/authorities/local/root.crt')
  const ca = await readFile(root, 'utf8')
  return {
    ca,
    request: (path, init) => ask(`https://localhost:${port}${path}`, ca, init),
    async end() {
      process.off('exit', leave)
      const ended = once(child, 'exit')
      leave()
      await ended
      await rm(folder, { recursive: true, force: true })
    },
  }
}

function serving(child: ChildProcess): Promise<void> {
  let said = ''
  return new Promise((resolve, reject) => {
    child.stderr?.on('data', (chunk) => {
      said += chunk
      if (said.includes('certificate obtained successfully')) resolve()
    })
    child.once('exit', () => reject(new Error(`Caddy ended before it was ready:\n${said}`)))
  })
}

function ask(url: string, ca: string, { method = 'GET', headers, body }: RequestInit): Promise<Response> {
  return new Promise((resolve, reject) => {
    const asked = request(
      url,
      { method, ca, headers: Object.fromEntries(new Headers(headers)) },
      (answer) => {
        const { statusCode: status = 0, headersDistinct } = answer
        const given = Object.entries(headersDistinct).flatMap(([name, values = []]) =>
          values.map((value): [string, string] => [name, value]),
        )
        const empty = status === 204 || status === 304
        const stream = empty ? null : (Readable.toWeb(answer) as ReadableStream<Uint8Array<ArrayBuffer>>)
        if (empty) answer.resume()
        resolve(new Response(stream, { status, headers: given }))
      },
    )
    asked.on('error', reject)
    asked.end(body)
  })
}
