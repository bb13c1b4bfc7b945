// The API in a real workerd, as deploy/workerd/ ships it, at a port of its own.

import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import webPush from 'web-push'
import { freePort } from '../free-port.ts'
import { adminEmail, adminPassword } from '../house-place.ts'
import { untilTrue } from '../until.ts'
import { buildWorker, serveOptions, shippedWorker, workerdPath } from './workerd.ts'

export interface WorkerProcess {
  url: string
  pid: number
  said(): string
  /** Resolves with the exit code, once it has ended by itself. */
  code: Promise<number | null>
  end(): Promise<void>
}

/** What it cannot do without; everything else is as elsewhere. */
export function workerEnvironment(port: number, databaseUrl: string): Record<string, string> {
  const { publicKey, privateKey } = webPush.generateVAPIDKeys()
  return {
    PUBLIC_URL: `http://localhost:${port}`,
    DATABASE_URL: databaseUrl,
    SECRET: 'the secret of the tests, which is one for all',
    VAPID_PUBLIC_KEY: publicKey,
    VAPID_PRIVATE_KEY: privateKey,
    S3_BUCKET: 'attachments',
    S3_ACCESS_KEY_ID: 'key',
    S3_SECRET_ACCESS_KEY: 'secret',
    PEER_SERVERS: 'wss://broker.example.org/peer',
    TRUSTED_PROXIES: '1',
    ADMIN_EMAIL: adminEmail,
    ADMIN_PASSWORD: adminPassword,
  }
}

/** Started, whether or not it will listen. */
export async function launchWorker(
  port: number,
  environment: Record<string, string>,
): Promise<WorkerProcess> {
  await buildWorker(shippedWorker)
  const options = serveOptions({ PORT: String(port) })
  const child: ChildProcess = spawn(workerdPath(), options, { env: environment })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (said += chunk))
  const code = once(child, 'close').then(([given]) => given as number | null)
  return {
    url: `http://localhost:${port}`,
    pid: child.pid ?? 0,
    said: () => said,
    code,
    async end() {
      child.kill('SIGKILL')
      await code
    },
  }
}

/** Resolves once it answers, be it that it is not well. */
export async function startWorker(
  databaseUrl: string,
  over: Record<string, string> = {},
): Promise<WorkerProcess> {
  const port = await freePort()
  const worker = await launchWorker(port, { ...workerEnvironment(port, databaseUrl), ...over })
  const answers = () =>
    fetch(`${worker.url}/healthz`).then(
      () => true,
      () => false,
    )
  await untilTrue('workerd answers', answers)
  return worker
}
