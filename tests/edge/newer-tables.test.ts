// not over a remote database: what it proves is the step from version to version
// While a new version is brought in, an instance of the old one works on with tables that a newer one has added to; see
// docs/upgrading.md. Real versions side by side: tests/chaos/rolling-upgrade.test.ts.

import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { readConfig } from '../../edge/config.ts'
import type { Inbox, InviteAnswer } from '../../edge/domain/wire.ts'
import { readSchema } from '../../edge/node/schema.ts'
import { start } from '../../edge/node/start.ts'
import { openDatabase } from '../../edge/store/database.ts'
import { upgrade } from '../../edge/store/upgrade.ts'
import { Caller } from '../support/caller.ts'
import { readStream } from '../support/event-stream-reader.ts'
import { adminEmail, adminPassword } from '../support/house-place.ts'
import { done, nextPhone } from '../support/scenes.ts'

/** What a version may add for the old one to go on beside it. */
const added = `
  CREATE TABLE moods (conversation_id TEXT PRIMARY KEY, mood TEXT NOT NULL) STRICT;
  ALTER TABLE conversations ADD COLUMN mood TEXT;
  ALTER TABLE operators ADD COLUMN length INTEGER NOT NULL DEFAULT 0;
  CREATE INDEX by_mood ON conversations (mood);`

test('an instance works on when a newer one has added to the tables, and is refused when it is started again', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'visavis-newer-'))
  const config = readConfig({
    PORT: '0',
    DATA_DIR: folder,
    ADMIN_EMAIL: adminEmail,
    ADMIN_PASSWORD: adminPassword,
    LOG_LEVEL: 'error',
  })
  const old = await start(config)
  const url = `http://127.0.0.1:${old.port}`
  const browser = () => new Caller({ request: (path, init) => fetch(url + path, init) })
  const admin = browser()
  done(await admin.post('/api/session', { email: adminEmail, password: adminPassword }))
  done(await admin.call('PUT', '/api/status', { status: 'online' }))
  const stream = readStream(await admin.send('GET', '/api/events'))
  await stream.until(({ comment }) => comment === 'ready')

  const schema = await readSchema()
  const to = schema.version + 1
  const newer = await openDatabase({ url: config.databaseUrl })
  await upgrade(
    newer,
    { ...schema, version: to, steps: [...schema.steps, { to, sql: added }] },
    async () => {},
  )

  const asked = { phone: nextPhone(), assignment: 'direct' }
  const { conversationId: id, link } = done(await admin.post<InviteAnswer>('/api/invites', asked))
  const customer = browser()
  done(await customer.post('/api/visits', { token: link.split('#')[1] }))
  const [job] = await newer.all('SELECT id FROM jobs')
  done(await admin.post(`/api/jobs/${job?.id}/accept`))
  done(await customer.post(`/api/visits/${id}/messages`, { text: 'between two versions' }))
  await stream.until(({ data }) => data.includes('between two versions'))
  assert.is(done(await admin.get<Inbox>('/api/inbox')).conversations.length, 1)
  done(await admin.post(`/api/conversations/${id}/archive`, { reason: 'resolved' }))
  assert.match(JSON.stringify(done(await admin.get('/api/archive?q=versions'))), new RegExp(id))
  assert.is((await fetch(`${url}/healthz`)).status, 200)
  await stream.leave()
  await old.end()

  const refused = await start(config).then(
    () => '',
    (cause) => String(cause),
  )
  assert.match(refused, new RegExp(`version ${to}, and this Visavis knows versions up to ${schema.version}`))
  await newer.close()
  await rm(folder, { recursive: true })
})

test.run()
