// A bucket, and a line to it that fails as it is told: each request may be answered in its place, cut or held up.

import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { S3Config } from '../../../edge/config.ts'

/** What becomes of a request: `lost` reaches the bucket, and its answer nobody; `cut` breaks off in the middle. */
export type Fate = 'well' | 'fails' | 'lost' | 'cut'

export interface S3Server {
  place: S3Config
  /** The same, as the environment names it. */
  environment: Record<string, string>
  /** What each request comes to from now on; `method` and the address behind the bucket's name. */
  fate(decide: (method: string, path: string) => Fate): void
  /** Names of the files, and of the uploads under way. */
  files(): Promise<string[]>
  underWay(): Promise<string[]>
  end(): Promise<void>
}

const bucket = 'attachments'
// s3rver knows one account.
const keys = { accessKeyId: 'S3RVER', secretAccessKey: 'S3RVER' }

export async function startS3(): Promise<S3Server> {
  const folder = await mkdtemp(join(tmpdir(), 'visavis-s3-'))
  const { child, port } = await launch(folder)
  let decide: (method: string, path: string) => Fate = () => 'well'
  const line = createServer((asked, answer) => {
    const fate = decide(asked.method ?? '', (asked.url ?? '').slice(bucket.length + 2))
    pass(asked, answer, port, fate)
  })
  line.listen(0, '127.0.0.1')
  await once(line, 'listening')
  const endpoint = `http://127.0.0.1:${(line.address() as AddressInfo).port}`
  const place = { endpoint, region: 'us-east-1', bucket, ...keys }
  const found = (path: string) => readdir(join(folder, bucket, path)).catch(() => [])
  return {
    place,
    environment: {
      S3_ENDPOINT: endpoint,
      S3_BUCKET: bucket,
      S3_ACCESS_KEY_ID: keys.accessKeyId,
      S3_SECRET_ACCESS_KEY: keys.secretAccessKey,
    },
    fate(now) {
      decide = now
    },
    files: async () =>
      (await found('')).flatMap((name) => /^(.*)\._S3rver_object$/.exec(name)?.slice(1) ?? []),
    underWay: () => found('._S3rver_uploads'),
    async end() {
      line.close()
      line.closeAllConnections()
      const ended = once(child, 'exit')
      child.kill()
      await ended
      await rm(folder, { recursive: true, force: true })
    },
  }
}

function pass(asked: IncomingMessage, answer: ServerResponse, port: number, fate: Fate): void {
  const cut = () => asked.socket.destroy()
  if (fate === 'fails') {
    answer.writeHead(500, { 'content-type': 'application/xml', connection: 'close' })
    return void answer.end('<Error><Code>InternalError</Code></Error>')
  }
  const { method, url, headers } = asked
  const onward = request({ host: '127.0.0.1', port, method, path: url, headers }, (come) => {
    if (fate === 'lost') return cut()
    answer.writeHead(come.statusCode ?? 500, come.headers)
    if (fate === 'cut') come.once('data', cut)
    come.pipe(answer)
  })
  onward.on('error', cut)
  asked.on('error', () => onward.destroy())
  if (fate === 'cut') asked.once('data', () => onward.destroy())
  asked.pipe(onward)
}

/** In Node, whatever the tests run on: s3rver is made for it. */
async function launch(folder: string): Promise<{ child: ChildProcess; port: number }> {
  const file = fileURLToPath(new URL('s3-process.ts', import.meta.url))
  const node = 'Deno' in globalThis ? 'node' : process.execPath
  const child = spawn(node, ['--import', loader, file, folder, bucket], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [said] = await once(child.stdout, 'data')
  return { child, port: Number(/(\d+)\s*$/.exec(String(said))?.[1]) }
}

const loader = new URL('../runner/load-preload.mjs', import.meta.url).href
