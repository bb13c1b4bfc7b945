// time-out: 120 s
// The entry as Deno Deploy starts it: without flags of ours, with the variables that are shipped for it, over a remote
// database, and with nothing that it may write. What its platform does beside that cannot be had here.

import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as assert from 'uvu/assert'
import webPush from 'web-push'
import { Caller } from '../support/caller.ts'
import { readStream } from '../support/event-stream-reader.ts'
import { freePort } from '../support/free-port.ts'
import { adminEmail, adminPassword } from '../support/house-place.ts'
import { startHrana } from '../support/hrana/start-hrana.ts'
import { testUnless } from '../support/lab/lab-test.ts'
import { deno } from '../support/runner/deno.ts'
import { done } from '../support/scenes.ts'
import { readSettings } from '../support/shipped.ts'
import { untilTrue } from '../support/until.ts'

const program = deno()
const test = testUnless(program ? null : 'there is no Deno for this system on npm')

/** What an instance is given at its end. */
const noticeMs = 5_000

test('it serves without writing anything, and is gone within five seconds of its notice, streams told', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'visavis-deno-deploy-'))
  const authToken = 'a token of the database'
  const server = await startHrana(join(folder, 'visavis.db'), { authToken })
  const { publicKey, privateKey } = webPush.generateVAPIDKeys()
  const port = await freePort()
  const variables = {
    ...(await readSettings('deploy/deno-deploy/visavis.env')),
    PORT: String(port),
    DATABASE_URL: server.url,
    DATABASE_AUTH_TOKEN: authToken,
    SECRET: 'the secret of the tests, which is one for all',
    VAPID_PUBLIC_KEY: publicKey,
    VAPID_PRIVATE_KEY: privateKey,
    S3_ACCESS_KEY_ID: 'key',
    S3_SECRET_ACCESS_KEY: 'secret',
    ADMIN_EMAIL: adminEmail,
    ADMIN_PASSWORD: adminPassword,
  }
  const { PATH = '', HOME = '' } = process.env
  const words = ['run', '--no-prompt', '--allow-all', '--deny-write', 'edge/main.ts']
  const began = performance.now()
  const child = spawn(program ?? '', words, { env: { PATH, HOME, ...variables } })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += chunk))
  await untilTrue('it is ready', () => said.includes('is ready at') || child.exitCode !== null)
  assert.match(said, /Visavis is ready at https:\/\/talk\.example\.org/)
  // A machine that is slow to start it is as slow to end it.
  const startMs = performance.now() - began

  const request = (path: string, init: RequestInit) => fetch(`http://127.0.0.1:${port}${path}`, init)
  const admin = new Caller({ request })
  done(await admin.post('/api/session', { email: adminEmail, password: adminPassword }))
  const stream = readStream(await admin.send('GET', '/api/events'))
  await stream.until(({ comment }) => comment === 'ready')
  const [since, ended] = [performance.now(), once(child, 'exit')]
  process.kill(child.pid ?? 0, 'SIGTERM')
  assert.equal(await ended, [0, null])
  assert.ok(performance.now() - since < noticeMs + startMs)
  await stream.ended
  assert.is(stream.frames.at(-1)?.event, 'bye')
  await server.close()
  await rm(folder, { recursive: true })
})

test.run()
