import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { freePort } from './free-port.ts'

export interface NatsServer {
  /** With the credentials, where it wants some. */
  url: string
  port: number
  stop(): Promise<void>
  startAgain(): Promise<void>
}

/** Why there can be none here, or nothing. */
export function withoutNats(): string | undefined {
  return spawnSync('nats-server', ['-v']).error ? 'there is no nats-server here' : undefined
}

/** Debian's own, on a port of its own. */
export async function startNats(credentials?: { user: string; pass: string }): Promise<NatsServer> {
  const port = await freePort()
  let child = await launch(port, credentials)
  const before = credentials ? `${credentials.user}:${credentials.pass}@` : ''
  return {
    url: `nats://${before}127.0.0.1:${port}`,
    port,
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return
      const ended = once(child, 'exit')
      child.kill('SIGKILL')
      await ended
    },
    async startAgain() {
      child = await launch(port, credentials)
    },
  }
}

async function launch(port: number, credentials?: { user: string; pass: string }): Promise<ChildProcess> {
  const access = credentials ? ['--user', credentials.user, '--pass', credentials.pass] : []
  const child = spawn('nats-server', ['-a', '127.0.0.1', '-p', String(port), ...access], {
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let said = ''
  await new Promise<void>((resolve) => {
    child.stderr.on('data', (chunk) => {
      said += chunk
      if (said.includes('Server is ready')) resolve()
    })
  })
  return child
}
