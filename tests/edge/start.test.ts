// time-out: 300 s
// The real entry in a process of its own: what it says, what it keeps, and how it ends.

import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { createClient } from '@libsql/client'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import type { InviteAnswer, Me } from '../../edge/domain/wire.ts'
import { openDatabase } from '../../edge/store/database.ts'
import { Caller } from '../support/caller.ts'
import { readStream } from '../support/event-stream-reader.ts'
import { fakeAccount, startFakeTwilio } from '../support/fake-twilio.ts'
import { freePort } from '../support/free-port.ts'
import { startHrana } from '../support/hrana/start-hrana.ts'
import { metric } from '../support/metric.ts'
import { done } from '../support/scenes.ts'
import { quickCommand, startCommand } from '../support/start-command.ts'
import { typescriptOptions } from '../support/typescript-options.ts'
import { untilTrue } from '../support/until.ts'

interface Process {
  child: ChildProcess
  url: string
  output(): string
  errors(): string
  /** The exit code, once it has ended. */
  code: Promise<number | null>
}

const running = new Set<ChildProcess>()

test.after(() => {
  for (const child of running) child.kill('SIGKILL')
})

async function withFolder(work: (folder: string) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'visavis-start-'))
  try {
    await work(folder)
  } finally {
    await rm(folder, { recursive: true })
  }
}

function launch(environment: Record<string, string>, command = quickCommand(environment)): Process {
  const { PATH = '' } = process.env
  const env = { PATH, NO_COLOR: '1', ...environment }
  const child = spawn(command.program, command.args, { env })
  running.add(child)
  let [output, errors] = ['', '']
  child.stdout.on('data', (chunk) => {
    output += chunk
  })
  child.stderr.on('data', (chunk) => {
    errors += chunk
  })
  const code = once(child, 'close').then(([given]) => {
    running.delete(child)
    return given as number | null
  })
  const url = `http://127.0.0.1:${environment.PORT}`
  return { child, url, output: () => output, errors: () => errors, code }
}

/** Resolves once it says that it is ready; a process that ends before fails the test with its words. */
async function start(
  folder: string,
  over: Record<string, string> = {},
  command = quickCommand,
): Promise<Process> {
  const environment = { DATA_DIR: folder, PORT: String(await freePort()), ...over }
  const house = launch(environment, command(environment))
  const ended = house.code.then((code) => {
    throw new Error(`ended with ${code}: ${house.errors()}`)
  })
  const ready = (async () => {
    while (!house.output().includes('Visavis is ready at'))
      await Promise.race([once(house.child.stdout ?? house.child, 'data'), ended])
  })()
  await Promise.race([ready, ended])
  return house
}

async function stop(house: Process): Promise<number | null> {
  // Not child.kill: Deno then reports the signal that it sent instead of the code that came.
  process.kill(house.child.pid ?? 0, 'SIGTERM')
  return house.code
}

const browser = (url: string) => new Caller({ request: (path, init) => fetch(url + path, init) })

async function signIn(house: Process): Promise<Caller> {
  const [, email, password] = /administrator with\n {2}(\S+)\n {2}(\S+)/.exec(house.output()) ?? []
  const admin = browser(house.url)
  done(await admin.post<Me>('/api/session', { email, password }))
  return admin
}

test('a first start says how to sign in, once; a second finds everything as it was', () =>
  withFolder(async (folder) => {
    const data = join(folder, 'not there yet')
    const first = await start(data, {}, startCommand)
    assert.match(
      first.output(),
      new RegExp(`Visavis is ready at http://localhost:${new URL(first.url).port}\n$`),
    )
    assert.is(first.output().match(/Sign in as the administrator/g)?.length, 1)
    const admin = await signIn(first)
    const { link } = done(
      await admin.post<InviteAnswer>('/api/invites', { phone: '+905329998877', assignment: 'direct' }),
    )
    const keys = await readFile(join(data, 'keys.json'), 'utf8')
    assert.is((await stat(join(data, 'keys.json'))).mode & 0o777, 0o600)
    assert.is((await stat(data)).mode & 0o777, 0o700)
    assert.is(await stop(first), 0)
    assert.is(first.errors(), '')

    const second = await start(data, { PORT: new URL(first.url).port }, startCommand)
    assert.not.ok(second.output().includes('Sign in'))
    assert.is(await readFile(join(data, 'keys.json'), 'utf8'), keys)
    done(await admin.get('/api/session'))
    const customer = browser(second.url)
    done(await customer.post('/api/visits', { token: link.split('#')[1] }))
    assert.equal(done(await customer.get('/healthz')), { status: 'ok' })
    await isWatched(second)
    assert.is(await stop(second), 0)
  }))

/** Counted for this machine alone, and told a JSON line for each request of the API. */
async function isWatched({ url, output }: Process): Promise<void> {
  const metrics = done(await browser(url).get<string>('/metrics'))
  assert.match(metrics, /^visavis_build_info\{version="\d+\.\d+\.\d+",runtime="(node|deno) [\d.]+"\} 1$/m)
  assert.match(metrics, /^visavis_events_total\{type="link.opened"\} 1$/m)
  assert.ok((metric(metrics, 'visavis_resident_memory_bytes') ?? 0) > 20_000_000)
  assert.is(metric(metrics, 'visavis_broker_peers'), 0)
  assert.is(metric(metrics, 'visavis_bus_hears_others'), 1)
  const passedOn = { headers: { 'x-forwarded-for': '9.9.9.9' } }
  assert.is((await browser(url).get('/metrics', passedOn)).status, 404)
  const lines = () => output().split('\n').slice(0, -1)
  const requests = () => lines().flatMap((line) => (line.startsWith('{') ? [JSON.parse(line)] : []))
  await untilTrue('the opening of the link is in the log', () =>
    requests().some(({ what, method, route }) => `${what} ${method} ${route}` === 'request POST /api/visits'),
  )
}

test('with ADMIN_EMAIL and ADMIN_PASSWORD those sign in, and the password is not shown', () =>
  withFolder(async (folder) => {
    const given = { ADMIN_EMAIL: 'root@example.org', ADMIN_PASSWORD: 'correct horse battery' }
    const house = await start(folder, given)
    assert.ok(house.output().includes(given.ADMIN_EMAIL))
    assert.not.ok((house.output() + house.errors()).includes(given.ADMIN_PASSWORD))
    const answer = await browser(house.url).post<Me>('/api/session', {
      email: 'ROOT@example.org',
      password: given.ADMIN_PASSWORD,
    })
    assert.is(done(answer).role, 'admin')
    await stop(house)
  }))

test('asked to end in full work: streams are told, what was answered is kept, and the code is 0', () =>
  withFolder(async (folder) => {
    const house = await start(folder)
    const admin = await signIn(house)
    done(await admin.call('PUT', '/api/status', { status: 'online' }))
    const { conversationId, link } = done(
      await admin.post<InviteAnswer>('/api/invites', { phone: '+905329998877', assignment: 'direct' }),
    )
    const customer = browser(house.url)
    done(await customer.post('/api/visits', { token: link.split('#')[1] }))
    const stream = readStream(await admin.send('GET', '/api/events'))
    await stream.until(({ comment }) => comment === 'ready')

    const acknowledged: string[] = []
    let ending = false
    const write = async (name: number) => {
      for (let at = 0; !ending || at < 3; at++) {
        const text = `message ${name}.${at}`
        const answer = await customer
          .post(`/api/visits/${conversationId}/messages`, { text })
          .catch(() => null)
        if (!answer) return
        if (answer.status === 201) acknowledged.push(text)
      }
    }
    const writers = Array.from({ length: 8 }, (_, name) => write(name))
    while (acknowledged.length < 40) await new Promise(setImmediate)
    ending = true
    const code = await stop(house)
    await Promise.all(writers)
    await stream.ended
    assert.equal([code, stream.frames.at(-1)?.event, house.errors()], [0, 'bye', ''])

    const database = await openDatabase({ url: pathToFileURL(join(folder, 'visavis.db')).href })
    const rows = await database.all(
      "SELECT json_extract(data, '$.text') AS text FROM events WHERE type = 'message.posted'",
    )
    await database.close()
    const kept = new Set(rows.map(({ text }) => text))
    assert.equal(
      acknowledged.filter((text) => !kept.has(text)),
      [],
    )
  }))

test('a Twilio that does not answer does not keep the house from ending', () =>
  withFolder(async (folder) => {
    const twilio = await startFakeTwilio()
    twilio.answerNext('hang')
    const house = await start(folder, {
      TWILIO_ACCOUNT_SID: fakeAccount.accountSid,
      TWILIO_AUTH_TOKEN: fakeAccount.authToken,
      TWILIO_FROM: '+15005550006',
      TWILIO_API_URL: twilio.url,
    })
    const admin = await signIn(house)
    done(await admin.post('/api/invites', { phone: '+905329998877', assignment: 'direct' }))
    while (twilio.messages.length === 0) await new Promise(setImmediate)
    assert.is(await stop(house), 0)
    const database = await openDatabase({ url: pathToFileURL(join(folder, 'visavis.db')).href })
    assert.equal(await database.all('SELECT state FROM sms'), [{ state: 'sending' }])
    await database.close()
    await twilio.close()
  }))

/** A start that must fail: with code 1, and words that a person understands. */
async function failed(environment: Record<string, string>): Promise<string> {
  const quickly = { program: process.execPath, args: [...typescriptOptions, 'edge/main.ts'] }
  const house = launch({ PORT: String(await freePort()), ...environment }, quickly)
  assert.is(await house.code, 1)
  assert.not.ok(house.output().includes('ready'))
  assert.not.match(house.errors(), /\n {4}at /)
  return house.errors()
}

test('a port that is in use is named, with another to choose', () =>
  withFolder(async (folder) => {
    const other = createServer().listen(0, '127.0.0.1')
    await once(other, 'listening')
    const address = other.address()
    const port = typeof address === 'object' && address ? address.port : 0
    const words = await failed({ DATA_DIR: folder, PORT: String(port) })
    assert.is(
      words,
      `Port ${port} is in use by another program. End that one, or choose another port: PORT=${port + 1} npm start\n`,
    )
    other.close()
  }))

test('a database that is damaged is said to be, and left alone', () =>
  withFolder(async (folder) => {
    const path = join(folder, 'visavis.db')
    const rubbish = 'This is not a database. '.repeat(500)
    await writeFile(path, rubbish)
    assert.match(await failed({ DATA_DIR: folder }), /damaged or is not a database/)
    assert.is(await readFile(path, 'utf8'), rubbish)
  }))

test('a database of a newer version is refused, and left alone', () =>
  withFolder(async (folder) => {
    await stop(await start(folder))
    const url = pathToFileURL(join(folder, 'visavis.db')).href
    const database = await openDatabase({ url })
    await database.write((transaction) => transaction.run('UPDATE schema_version SET version = 9999'))
    await database.close()
    assert.match(
      await failed({ DATA_DIR: folder }),
      /version 9999, and this Visavis knows versions up to \d+/,
    )
  }))

test('a database of another product is refused, whether or not it counts its versions as we do, and left alone', () =>
  withFolder(async (folder) => {
    const path = join(folder, 'visavis.db')
    const products = ['CREATE TABLE wp_posts (id INTEGER)']
    products.push(
      'CREATE TABLE schema_version (version INTEGER); INSERT INTO schema_version VALUES (3); CREATE TABLE notes (id)',
    )
    for (const sql of products) {
      const client = createClient({ url: pathToFileURL(path).href })
      await client.executeMultiple(sql)
      client.close()
      assert.match(await failed({ DATA_DIR: folder }), /not a Visavis database: .* Nothing was changed\.\n$/)
      await rm(path)
    }
  }))

test('a database server that does not know our token is said to be one', () =>
  withFolder(async (folder) => {
    const server = await startHrana(join(folder, 'remote.db'), { authToken: 'right' })
    for (const token of ['wrong', '']) {
      const remote = { DATA_DIR: folder, DATABASE_URL: server.url, DATABASE_AUTH_TOKEN: token }
      assert.match(await failed(remote), /does not accept the token in DATABASE_AUTH_TOKEN/)
    }
    await server.close()
  }))

interface LineOfLog {
  what: string
  nextTryMs?: number
}
const linesOf = ({ output }: Process): LineOfLog[] =>
  output()
    .split('\n')
    .flatMap((line) => (line.startsWith('{') ? [JSON.parse(line) as LineOfLog] : []))
const waits = (house: Process) =>
  linesOf(house).flatMap(({ what, nextTryMs }) => (what === 'waiting for the database' ? [nextTryMs] : []))

/** A house whose database server is away, and has been asked twice. */
async function startedTooEarly(folder: string) {
  const [port, databasePort] = [await freePort(), await freePort()]
  const place = {
    DATABASE_URL: `http://127.0.0.1:${databasePort}`,
    DATABASE_AUTH_TOKEN: 'right',
    SECRET: 'the secret of a house that was too early',
  }
  const house = launch({ DATA_DIR: folder, PORT: String(port), ...place })
  await untilTrue('it waits', () => waits(house).length > 1 || house.child.exitCode !== null)
  return { house, databasePort }
}

test('a house that is started before its database says so, waits with growing pauses, and is there when that is', () =>
  withFolder(async (folder) => {
    const { house, databasePort } = await startedTooEarly(folder)
    assert.equal(waits(house).slice(0, 2), [500, 1_000])
    const asked = await browser(house.url).get('/healthz')
    const reason = 'The database does not answer. Visavis is waiting for it.'
    assert.equal([asked.status, asked.body], [503, { status: 'database unavailable', reason }])
    const refused = await browser(house.url).get('/api/session')
    assert.equal([refused.status, refused.code], [503, 'unavailable'])
    assert.not.ok(house.output().includes('Visavis is ready'))

    const server = await startHrana(join(folder, 'remote.db'), { authToken: 'right', port: databasePort })
    await untilTrue('it is ready', () => house.output().includes('Visavis is ready'))
    assert.equal(done(await browser(house.url).get('/healthz')), { status: 'ok' })
    done(await (await signIn(house)).get('/api/session'))
    assert.equal([await stop(house), house.errors()], [0, ''])
    await server.close()
  }))

test('a house that waits ends when it is asked to, and at once when the database that comes is not to be had', () =>
  withFolder(async (folder) => {
    const [patient, refused] = [await startedTooEarly(folder), await startedTooEarly(folder)]
    assert.equal([await stop(patient.house), patient.house.errors()], [0, ''])
    const server = await startHrana(join(folder, 'other.db'), {
      authToken: 'another',
      port: refused.databasePort,
    })
    assert.is(await refused.house.code, 1)
    assert.match(refused.house.errors(), /does not accept the token in DATABASE_AUTH_TOKEN/)
    await server.close()
  }))

test('keys that are damaged are not made anew: open links would die of it', () =>
  withFolder(async (folder) => {
    const path = join(folder, 'keys.json')
    for (const broken of [
      '',
      '{',
      '{}',
      'null',
      '[]',
      '{"secret":"short","vapid":{"publicKey":"a","privateKey":"b"}}',
    ]) {
      await writeFile(path, broken)
      assert.match(await failed({ DATA_DIR: folder }), /keys\.json is damaged/)
      assert.is(await readFile(path, 'utf8'), broken)
    }
  }))

test('a configuration with faults is refused with every one of them named', () =>
  withFolder(async (folder) => {
    const wrong = {
      PORT: 'eight',
      PUBLIC_URL: 'ftp://x',
      SECRET: 'short',
      LOG_LEVEL: 'loud',
      ICE_POLICY: 'relay',
      TWILIO_ACCOUNT_SID: 'AC1',
    }
    const words = await failed({ DATA_DIR: join(folder, 'data'), ...wrong })
    for (const name of [...Object.keys(wrong).slice(0, 4), 'TURN_URLS', 'TWILIO_AUTH_TOKEN', 'TWILIO_FROM']) {
      assert.ok(words.includes(name), name)
    }
    assert.is(await stat(join(folder, 'data')).catch(() => null), null)
  }))

test('a folder that cannot be made is named', () =>
  withFolder(async (folder) => {
    const file = join(folder, 'file')
    await writeFile(file, '')
    assert.ok((await failed({ DATA_DIR: join(file, 'data') })).includes(file))
  }))

test.run()
