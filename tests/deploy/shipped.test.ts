// time-out: 180 s
// What deploy/ ships, as far as a machine without Docker and systemd can start it: read as they read it, and run as they
// would run it.

import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { access, mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { validate } from 'dockerfile-utils'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { readConfig } from '../../edge/config.ts'
import { parseConfig } from '../../peer-server/config.ts'
import { freePort } from '../support/free-port.ts'
import { isInstalled } from '../support/lab/hindrance.ts'
import {
  faultsOfCompose,
  readCompose,
  readDockerfile,
  readEnvironment,
  readSettings,
  readUnit,
} from '../support/shipped.ts'
import { untilTrue } from '../support/until.ts'

const given = {
  SITE: 'talk.example.org',
  SECRET: 'of the tests, with its 32 characters and more',
  TURN_SECRET: 'north',
  NATS_TOKEN: 'northern',
}
const running = new Set<ChildProcess>()
let folder = ''

test.before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'visavis-shipped-'))
})

test.after(async () => {
  for (const child of running) child.kill('SIGKILL')
  await rm(folder, { recursive: true, force: true })
})

/** Resolves once it says what is awaited. */
async function start(command: readonly string[], environment: Record<string, string>, awaited: RegExp) {
  const [program = '', ...args] = command
  const child = spawn(program, args, { env: { PATH: process.env.PATH ?? '', ...environment } })
  running.add(child)
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += chunk))
  const ended = once(child, 'exit').then(() => running.delete(child))
  await untilTrue(`${program} says ${awaited}`, () => awaited.test(said) || child.exitCode !== null)
  assert.match(said, awaited)
  return {
    async end() {
      child.kill('SIGTERM')
      await ended
      return child.exitCode
    },
  }
}

const run = (program: string, args: readonly string[], environment: Record<string, string> = {}) =>
  new Promise<{ code: number; said: string }>((resolve) => {
    execFile(program, args, { env: { PATH: process.env.PATH ?? '', ...environment } }, (error, out, err) =>
      resolve({ code: error ? Number(error.code) : 0, said: out + err }),
    )
  })

test('every unit is understood by systemd, and what runs for long may touch little', async () => {
  if (!(await isInstalled('systemd-analyze'))) return console.log('hint: there is no systemd-analyze here')
  const units = (await readdir('deploy/server')).filter((name) => /\.(service|timer)$/.test(name))
  assert.is(units.length, 4)
  const paths = units.map((name) => `deploy/server/${name}`)
  assert.equal(await run('systemd-analyze', ['verify', ...paths]), { code: 0, said: '' })
  for (const name of ['visavis.service', 'visavis-broker.service']) {
    const asked = ['security', '--offline=true', '--threshold=20', `deploy/server/${name}`]
    const { code, said } = await run('systemd-analyze', asked)
    assert.is(code, 0, said)
  }
})

test('the house, the broker and the back-up start as their units and images say, and are found well', async () => {
  const [house, broker, backup] = await Promise.all(
    ['visavis', 'visavis-broker', 'visavis-backup'].map((name) => readUnit(`${name}.service`)),
  )
  const compose = await readCompose(given)
  const [, ...inUnit] = house?.command ?? []
  const instructions = await readDockerfile('deploy/compose/Dockerfile')
  assert.equal(json(instructions.findLast(({ word }) => word === 'CMD')?.rest), inUnit)
  assert.equal(compose.services.broker?.command, broker?.command.slice(1))

  const data = join(folder, 'data')
  const [port, brokerPort] = [String(await freePort()), String(await freePort())]
  const settings = await readSettings('deploy/server/visavis.env')
  const environment = { ...house?.environment, ...settings, PORT: port, DATA_DIR: data, SECRET: given.SECRET }
  const open = await start(house?.command ?? [], environment, /Visavis is ready at/)
  const door = { PORT: brokerPort, SECRET: given.SECRET, PUBLIC_URL: 'https://talk.example.org' }
  const introduces = await start(broker?.command ?? [], door, /The broker is ready at/)

  const check = json(
    /CMD (\[.*\])/.exec(instructions.find(({ word }) => word === 'HEALTHCHECK')?.rest ?? '')?.[1],
  )
  const isWell = async (at: string) => (await run(check[0] ?? '', check.slice(1), { PORT: at })).code
  assert.equal([await isWell(port), await isWell(brokerPort)], [0, 0])

  const kept = join(folder, 'backups')
  await mkdir(kept)
  const [shell = '', ...said] = (backup?.command ?? []).map((word) =>
    word.replaceAll('/var/lib/visavis-backups', kept),
  )
  const made = await run(shell, said, { ...backup?.environment, DATA_DIR: data, SECRET: given.SECRET })
  assert.is(made.code, 0, made.said)
  assert.match((await readdir(kept)).join(), /^visavis-\d{4}-\d\d-\d\dT\d{6}\.tar$/)

  assert.equal([await open.end(), await introduces.end()], [0, 0])
  assert.equal([await isWell(port), await isWell(brokerPort)], [1, 1])
})

test('Compose and the image are written as their own specifications want it', async () => {
  const compose = await readCompose(given)
  assert.equal(faultsOfCompose(compose), [])
  const misspelt = { ...compose, services: { ...compose.services, house: { imagine: 'visavis' } } }
  assert.is(faultsOfCompose(misspelt as never).length > 0, true)
  const lint = async (text: string) => validate(text).map(({ message }) => message)
  assert.equal(await lint(await readFile('deploy/compose/Dockerfile', 'utf8')), [])
  assert.is((await lint('FROM node\nRUNN npm ci\n')).length, 1)
})

test('Compose: every service has given up what it does not need, and what it is given is there', async () => {
  const { services, volumes } = await readCompose(given)
  assert.equal(Object.keys(services), ['house', 'broker', 'caddy', 'nats', 'relay'])
  for (const [name, service] of Object.entries(services)) {
    const { read_only, cap_drop, security_opt, image } = service
    assert.equal([read_only, cap_drop, security_opt], [true, ['ALL'], ['no-new-privileges:true']], name)
    assert.not.match(image, /:latest$/)
    for (const volume of service.volumes ?? []) {
      const [from = ''] = volume.split(':')
      if (from.startsWith('.')) await access(join('deploy/compose', from))
      else assert.ok(from in volumes, volume)
    }
  }
  const config = readConfig(services.house?.environment ?? {})
  assert.equal([config.publicUrl, config.trustedProxies], ['https://talk.example.org', 1])
  assert.is(parseConfig(services.broker?.environment ?? {}).ok, true)
})

test('Compose: NATS and the relay start with the words that they are given there', async () => {
  const { services } = await readCompose(given)
  if (await isInstalled('nats-server')) {
    const port = String(await freePort())
    const words = services.nats?.command?.map((word) => (word === '4222' ? port : word)) ?? []
    await (await start(['nats-server', ...words], {}, /Server is ready/)).end()
  }
  if (await isInstalled('turnserver')) {
    const here = [
      '--listening-ip=127.0.0.1',
      `--listening-port=${await freePort()}`,
      `--userdb=${folder}/turndb`,
    ]
    const words = services.relay?.command?.map((word) =>
      word.replace('/etc/coturn', 'deploy/coturn').replace('/var/run', folder),
    )
    await (await start(['turnserver', ...(words ?? []), ...here], {}, /Total General servers/)).end()
  }
})

test('the image: built from the lock file, of root, run by somebody who is not, and without secrets', async () => {
  const instructions = await readDockerfile('deploy/compose/Dockerfile')
  const all = (wanted: string) => instructions.filter(({ word }) => word === wanted).map(({ rest }) => rest)
  assert.equal(new Set(instructions.map(({ word }) => word)).has('ADD'), false)
  assert.ok(all('RUN').some((rest) => rest.startsWith('npm ci --omit=dev --ignore-scripts')))
  assert.equal(all('USER'), ['node'])
  const words = instructions.map(({ word }) => word)
  assert.ok(words.indexOf('USER') > words.lastIndexOf('COPY') && words.indexOf('USER') < words.indexOf('CMD'))
  for (const from of all('FROM')) assert.match(from, /^node:\d+-[\w-]+( AS build)?$/)
  const ignored = (await readFile('deploy/compose/Dockerfile.dockerignore', 'utf8')).split('\n')
  for (const secret of ['.git', '.visavis', '**/.env', '**/*.tar'])
    assert.ok(ignored.includes(secret), secret)
})

test('every variable in a file of variables is one that the house reads', async () => {
  const settings = await readFile('edge/config.ts', 'utf8')
  for (const path of ['deploy/server/visavis.env', 'deploy/deno-deploy/visavis.env']) {
    const unknown = Object.keys(await readEnvironment(path)).filter((name) => !settings.includes(`'${name}'`))
    assert.equal(unknown, [], path)
  }
})

test('a worker is handed every variable that the edge reads, but for those of a port and a disk', async () => {
  const settings = await readFile('edge/config.ts', 'utf8')
  const read = [...settings.matchAll(/'([A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+|PORT|HOST|SECRET)'/g)].map(
    ([, name]) => name,
  )
  const handed = await readFile('deploy/workerd/visavis.capnp', 'utf8')
  const missing = new Set(read.filter((name) => !handed.includes(`fromEnvironment = "${name}"`)))
  assert.equal([...missing].sort(), ['DATA_DIR', 'HOST', 'METRICS_TOKEN', 'PORT'])
})

test.run()

function json(text = '[]'): string[] {
  return JSON.parse(text) as string[]
}
