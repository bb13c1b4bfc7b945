// time-out: 240 s
// not on Deno: both commands run on Node
// A copy made while people write, put back elsewhere: what was confirmed before is in it, and the house goes on there.

import { execFile } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createClient } from '@libsql/client'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { readConfig } from '../../edge/config.ts'
import type { InviteAnswer, Me } from '../../edge/domain/wire.ts'
import { backUp } from '../../edge/node/backup/back-up.ts'
import { BackupFault } from '../../edge/node/backup/backup-fault.ts'
import { restore } from '../../edge/node/backup/restore.ts'
import { Caller } from '../support/caller.ts'
import { adminEmail, adminPassword } from '../support/house-place.ts'
import { type HouseProcess, startHouseProcess } from '../support/house-process.ts'
import { done } from '../support/scenes.ts'
import { typescriptOptions } from '../support/typescript-options.ts'
import { upload } from '../support/uploads.ts'

let folder = ''
let house: HouseProcess
let dataDir = ''
let archive = ''

test.before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'visavis-backup-'))
  archive = join(folder, 'visavis.tar')
  house = await startHouseProcess()
  dataDir = house.databaseUrl.replace(/^file:|\/visavis\.db$/g, '')
})

test.after(async () => {
  await house?.end()
  await rm(folder, { recursive: true })
})

function run(command: 'backup' | 'restore', file: string, environment: Record<string, string>) {
  const args = [...typescriptOptions, 'edge/node/backup/main.ts', command, file]
  const env = { PATH: process.env.PATH ?? '', ...environment }
  return new Promise<{ code: number; said: string }>((resolve) => {
    execFile(process.execPath, args, { env }, (error, out, err) =>
      resolve({ code: error ? Number(error.code) : 0, said: out + err }),
    )
  })
}

const browser = (house: HouseProcess) =>
  new Caller({ request: (path, init) => fetch(house.url + path, init) })

/** A house in which somebody talks, with a file that was sent. */
async function talk(house: HouseProcess) {
  const admin = browser(house)
  done(await admin.post<Me>('/api/session', { email: adminEmail, password: adminPassword }))
  const asked = { phone: '+905329998877', assignment: 'direct' }
  const { conversationId, link } = done(await admin.post<InviteAnswer>('/api/invites', asked))
  const customer = browser(house)
  done(await customer.post('/api/visits', { token: link.split('#')[1] }))
  const place = `/api/visits/${conversationId}`
  const bytes = new TextEncoder().encode('what the customer sent\n'.repeat(2_000))
  const sent = await upload(customer, place, { bytes, name: 'notes.txt' })
  assert.is(sent.status, 204)
  return { admin, customer, place, conversationId, bytes, fileId: sent.id }
}

test('what was confirmed before the back-up began is in it, under full load, and the house goes on from it', async () => {
  const { customer, place, conversationId, bytes, fileId, admin } = await talk(house)
  const confirmed: string[] = []
  let over = false
  const write = async (name: number) => {
    for (let at = 0; !over; at++) {
      const text = `word ${name}.${at}`
      done(await customer.post(`${place}/messages`, { text }))
      confirmed.push(text)
    }
  }
  const writers = [0, 1, 2, 3].map(write)
  while (confirmed.length < 50) await new Promise(setImmediate)
  const before = [...confirmed]
  const { code, said } = await run('backup', archive, { DATA_DIR: dataDir })
  over = true
  await Promise.all(writers)
  assert.is(code, 0, said)
  assert.ok(confirmed.length > before.length, 'people wrote meanwhile')
  assert.match(said, /holds 1 conversations and 1 files .*keys of the house/s)
  assert.is((await stat(archive)).mode & 0o777, 0o600)
  assert.equal(await readdir(folder), ['visavis.tar'])

  const elsewhere = join(folder, 'elsewhere')
  const restored = await run('restore', archive, { DATA_DIR: elsewhere })
  assert.is(restored.code, 0, restored.said)
  const kept = await messagesIn(`${elsewhere}/visavis.db`)
  assert.equal(
    before.filter((text) => !kept.has(text)),
    [],
  )
  const keysIn = (data: string) => readFile(join(data, 'keys.json'), 'utf8')
  assert.is(await keysIn(elsewhere), await keysIn(dataDir))

  const again = await startHouseProcess({ DATA_DIR: elsewhere })
  for (const [caller, path] of [
    [admin, `/api/conversations/${conversationId}`],
    [customer, place],
  ] as const) {
    const moved = browser(again)
    for (const [name, cookie] of caller.cookies) moved.cookies.set(name, cookie)
    const file = await moved.send('GET', `${path}/attachments/${fileId}`)
    assert.equal(new Uint8Array(await file.arrayBuffer()), bytes)
  }
  await again.end()
})

/** The words of the messages in a database that is whole. */
async function messagesIn(path: string): Promise<Set<unknown>> {
  const client = createClient({ url: `file:${path}` })
  assert.is((await client.execute('PRAGMA integrity_check')).rows[0]?.integrity_check, 'ok')
  const { rows } = await client.execute(
    "SELECT json_extract(data, '$.text') AS text FROM events WHERE type = 'message.posted'",
  )
  client.close()
  return new Set(rows.map(({ text }) => text))
}

test('a house is never restored into another: not one that runs, not one that has ever run', async () => {
  const { code, said } = await run('restore', archive, { DATA_DIR: dataDir })
  assert.equal([code, /There is a house already: \S+keys\.json/.test(said)], [1, true])
  await house.terminate()
  await rm(join(dataDir, 'keys.json'))
  assert.match(await refusal(restore(of(dataDir), archive)), /There is a house already: \S+visavis\.db/)
  assert.match(await refusal(backUp(of(dataDir), archive)), /exists already/)
})

const of = (data: string, more: Record<string, string> = {}) => readConfig({ DATA_DIR: data, ...more })

const refusal = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'done',
    (cause) => (cause instanceof BackupFault ? cause.message : `a fault: ${cause}`),
  )

test('what is no back-up, or a damaged one, is refused in a sentence, and changes nothing', async () => {
  const bytes = await readFile(archive)
  const rubbish: [string, Uint8Array, RegExp][] = [
    ['empty', new Uint8Array(), /^\S+ is no back-up|is damaged/],
    ['words', new TextEncoder().encode('not a back-up '.repeat(500)), /is damaged, or is no back-up/],
    ['cut', bytes.subarray(0, bytes.length / 2), /is damaged/],
    ['overwritten', bytes.map((byte, at) => (at > 60_000 && at < 90_000 ? 7 : byte)), /database is damaged/],
  ]
  for (const [name, content, words] of rubbish) {
    await writeFile(join(folder, name), content)
    const to = join(folder, `to-${name}`)
    assert.match(await refusal(restore(of(to), join(folder, name))), words, name)
    assert.equal(await readdir(to), [], name)
  }
})

test('a database on a server is its provider’s to keep, and a folder that is not there is named', async () => {
  const remote = of(folder, { DATABASE_URL: 'libsql://db.example.org' })
  assert.match(await refusal(backUp(remote, join(folder, 'x.tar'))), /makes its own back-ups/)
  assert.match(await refusal(backUp(of(folder), join(folder, 'none', 'x.tar'))), /none cannot be written/)
})

test.run()
