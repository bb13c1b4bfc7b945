// time-out: 120 s
// An instance of the version before, as the project's history has it, and one of this version, over one database.

import { execFile } from 'node:child_process'
import { mkdtemp, rm, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import * as assert from 'uvu/assert'
import type { Inbox, InviteAnswer, Visit } from '../../edge/domain/wire.ts'
import { openDatabase } from '../../edge/store/database.ts'
import { schemaVersion } from '../../edge/store/schema-steps.ts'
import { type Frame, readStream, type StreamReader } from '../support/event-stream-reader.ts'
import { startHouseProcess } from '../support/house-process.ts'
import { Roamer, signedIn } from '../support/instances.ts'
import { testUnless } from '../support/lab/lab-test.ts'
import { startNats, withoutNats } from '../support/nats-server.ts'
import { done, nextPhone } from '../support/scenes.ts'

const shell = promisify(execFile)
const git = async (...words: string[]) => (await shell('git', words)).stdout.trim()

/** The last commit before the tables had their present version; `null` where there is no history. */
async function before(): Promise<string | null> {
  const words = ['log', '--format=%H', `-Sto: ${schemaVersion},`, '--', 'edge/store/schema-steps.ts']
  const commits = (await git(...words).catch(() => '')).split('\n')
  const made = commits.at(-1)
  return made ? git('rev-parse', `${made}^`).catch(() => null) : null
}

const commit = await before()
const test = testUnless(
  withoutNats() ?? (commit ? null : 'there is no history here that has the version before'),
)

const says = (text: string) => (frame: Frame) => frame.data.includes(JSON.stringify(text))

async function streamOf(reader: Roamer): Promise<StreamReader> {
  const stream = readStream(await reader.send('GET', '/api/events'))
  await stream.until(({ comment }) => comment === 'ready')
  return stream
}

test('the new version comes up beside the old one; both serve and hear each other; the old one is not started again', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'visavis-rolling-'))
  const tree = join(folder, 'old')
  await shell('sh', ['-c', `mkdir ${tree} && git archive ${commit} | tar x -C ${tree}`])
  await symlink(resolve('node_modules'), join(tree, 'node_modules'))
  const nats = await startNats()
  const shared = {
    DATABASE_URL: `file:${folder}/visavis.db`,
    NATS_URL: nats.url,
    SECRET: 'one secret for both versions of the tests',
    PUBLIC_URL: 'http://visavis.test',
  }
  const old = await startHouseProcess(shared, 'node', tree)
  const operator = await signedIn(old)
  done(await operator.call('PUT', '/api/status', { status: 'online' }))
  const atOld = await streamOf(operator)

  const fresh = await startHouseProcess(shared, 'node')
  const database = await openDatabase({ url: shared.DATABASE_URL })
  assert.equal(await database.one('SELECT version FROM schema_version'), { version: schemaVersion })
  const atNew = await streamOf(operator.at(fresh))

  const asked = { phone: nextPhone(), assignment: 'direct' }
  const { conversationId: id, link } = done(await operator.at(old).post<InviteAnswer>('/api/invites', asked))
  const customer = new Roamer(fresh)
  done(await customer.post<Visit>('/api/visits', { token: link.split('#')[1] }))
  const [job] = await database.all('SELECT id FROM jobs')
  done(await operator.post(`/api/jobs/${job?.id}/accept`))
  for (const [house, text] of [
    [old, 'written at the old one'],
    [fresh, 'written at the new one'],
  ] as const) {
    done(await customer.at(house).post(`/api/visits/${id}/messages`, { text }))
    await Promise.all([atOld.until(says(text)), atNew.until(says(text))])
    assert.is(done(await operator.at(house).get<Inbox>('/api/inbox')).conversations.length, 1)
  }
  done(await operator.at(fresh).post(`/api/conversations/${id}/archive`, { reason: 'resolved' }))
  assert.match(JSON.stringify(done(await operator.at(old).get('/api/archive'))), new RegExp(id))
  await Promise.all([atOld.leave(), atNew.leave()])

  assert.is(await old.terminate(), 0)
  const refused = await old.startAgain().then(
    () => '',
    (cause) => String(cause),
  )
  assert.match(refused, new RegExp(`version ${schemaVersion}, and this Visavis knows versions up to`))
  done(await operator.at(fresh).get<Inbox>('/api/inbox'))
  await Promise.all([fresh.end(), old.end(), database.close(), nats.stop()])
  await rm(folder, { recursive: true })
})

test.run()
