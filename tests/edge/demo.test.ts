// time-out: 120 s
// not on Deno: the command runs on Node
// What `npm run demo` shows to somebody who has a minute.

import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import type { ArchivePage, Me, Visit } from '../../edge/domain/wire.ts'
import { Caller } from '../support/caller.ts'
import { freePort } from '../support/free-port.ts'
import { done } from '../support/scenes.ts'
import { typescriptOptions } from '../support/typescript-options.ts'
import { untilTrue } from '../support/until.ts'

test('a house with a team, an archive that can be searched, and a link that rings; nothing of it stays', async () => {
  const TMPDIR = await mkdtemp(join(tmpdir(), 'visavis-of-demo-'))
  const env = { PATH: process.env.PATH ?? '', TMPDIR, PORT: String(await freePort()) }
  // A real house's settings must not reach into it.
  const real = {
    DATABASE_URL: 'libsql://real.example.org',
    TWILIO_ACCOUNT_SID: 'AC1',
    SECRET: 'real'.repeat(8),
  }
  const child = spawn(process.execPath, [...typescriptOptions, 'edge/node/demo/main.ts'], {
    env: { ...env, ...real },
  })
  const ended = once(child, 'exit')
  try {
    let said = ''
    // To its end: whoever stops reading breaks what it would say later.
    child.stdout.setEncoding('utf8').on('data', (part) => {
      said += part
    })
    await untilTrue('it is ready', () => said.includes('is ready at') || child.exitCode !== null)
    const url = `http://localhost:${env.PORT}`
    const browser = () => new Caller({ request: (path, init) => fetch(url + path, init) })
    const [, email, password] = /Sign in with\s+(\S+), password: (.+)/.exec(said) ?? []
    const admin = browser()
    done(await admin.post<Me>('/api/session', { email, password }))
    const found = done(await admin.get<ArchivePage>(`/api/archive?q=${encodeURIComponent('YANIP SÖNÜYOR')}`))
    assert.ok(found.conversations.length > 5)
    const team = done(await admin.get<{ operators: { name: string }[] }>('/api/team'))
    assert.is(team.operators.length, 4)
    done(await admin.call('PUT', '/api/status', { status: 'online' }))
    const [, token] = /\/j#(\S+)/.exec(said) ?? []
    done(await browser().post<Visit>('/api/visits', { token }))
  } finally {
    child.kill('SIGTERM')
  }
  assert.is((await ended)[0], 0)
  assert.equal(await readdir(TMPDIR), [])
  await rm(TMPDIR, { recursive: true })
})

test.run()
