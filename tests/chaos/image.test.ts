// time-out: 300 s
// The image without a Docker engine: each command of the Dockerfile in a clean copy of what Docker would be sent, and its
// program as the user that it names, under a root that nobody may write to.

import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, copyFile, mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import * as assert from 'uvu/assert'
import { freePort } from '../support/free-port.ts'
import { testUnless } from '../support/lab/lab-test.ts'
import { readDockerfile } from '../support/shipped.ts'
import { untilTrue } from '../support/until.ts'

const run = promisify(execFile)

// Debian's first user, as "node" is in the image.
const user = '1000'
const inside = ['unshare', '--mount', '--propagation', 'private', 'sh', '-c']

async function hindrance(): Promise<string | null> {
  if (process.getuid?.() !== 0) return 'mounts and another user take root'
  const [program = '', ...args] = [...inside, 'setpriv --version && mount -t tmpfs none /mnt']
  return run(program, args).then(
    () => null,
    (cause) => `no mounts can be made (${String(cause).trim()})`,
  )
}

const test = testUnless(await hindrance())

/** What `COPY . .` brings: everything but what the ignore file names. */
async function copyContext(to: string): Promise<void> {
  const lines = (await readFile('deploy/compose/Dockerfile.dockerignore', 'utf8')).split('\n')
  const patterns = lines.filter((line) => line && !line.startsWith('#'))
  const excluded = patterns.map((one) => `--exclude=${one.startsWith('**/') ? one.slice(3) : `./${one}`}`)
  const words = [
    '--anchored',
    ...excluded.filter(isAnchored),
    '--no-anchored',
    ...excluded.filter((one) => !isAnchored(one)),
  ]
  await run('sh', ['-c', 'to=$1; shift; tar -c "$@" . | tar -x -C "$to"', 'sh', to, ...words])
}

const isAnchored = (option: string) => option.includes('=./')

test('the image is built by its commands, and its program serves as somebody who may write nothing but /data and /tmp', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'visavis-image-'))
  const app = join(folder, 'app')
  await chmod(folder, 0o755)
  await mkdir(app)
  const instructions = await readDockerfile('deploy/compose/Dockerfile')
  const second = instructions.findLastIndex(({ word }) => word === 'FROM')
  const [build, image] = [instructions.slice(0, second), instructions.slice(second)]
  for (const { word, rest } of build) {
    if (rest === '. .') await copyContext(app)
    else if (word === 'COPY')
      for (const file of rest.split(' ').slice(0, -1)) await copyFile(file, join(app, file))
    else if (word === 'RUN') await run('sh', ['-c', rest], { cwd: app, maxBuffer: 10_000_000 })
  }
  const files = await readdir(app)
  for (const secret of ['.git', '.visavis', 'tests']) assert.not.ok(files.includes(secret), secret)
  assert.ok(files.includes('dist'))

  const given = Object.fromEntries(
    image
      .filter(({ word }) => word === 'ENV')
      .flatMap(({ rest }) => rest.split(' ').map((pair) => pair.split('='))),
  )
  const port = String(await freePort())
  const environment = { PATH: process.env.PATH ?? '', ...given, HOST: '127.0.0.1', PORT: port }
  const words = (name: string) => {
    const { rest = '[]' } = image.find(({ word }) => word === name) ?? {}
    return JSON.parse(rest.slice(rest.indexOf('['))) as string[]
  }
  // /data is the volume, /tmp what Compose mounts there; /opt stands for the image's own place, which is elsewhere here.
  const script = `
    mount -t tmpfs none /mnt && mkdir /mnt/app /mnt/data && chown ${user} /mnt/data
    mount --bind ${app} /mnt/app && mount -o remount,bind,ro /mnt/app
    mount -t tmpfs -o mode=1777 none /tmp && mount -o remount,bind,ro /
    cd /mnt/app && exec setpriv --reuid ${user} --regid ${user} --clear-groups --no-new-privs --bounding-set=-all "$@"`
  const start = (command: string[], more = {}) =>
    spawn(inside[0] ?? '', [...inside.slice(1), script, 'sh', ...command], {
      env: { ...environment, DATA_DIR: '/mnt/data', ...more },
    })
  const house = start(words('CMD'))
  let said = ''
  for (const stream of [house.stdout, house.stderr]) stream.on('data', (chunk) => (said += chunk))
  await untilTrue('it is ready', () => said.includes('is ready at') || house.exitCode !== null, 60_000)
  assert.match(said, /Visavis is ready at/)
  const page = await fetch(`http://127.0.0.1:${port}/`)
  assert.match(await page.text(), /<html/)
  assert.equal(await once(start(words('HEALTHCHECK')), 'exit'), [0, null])
  const tried = start(['sh', '-c', 'touch /mnt/app/x || touch /x || touch /usr/x'])
  assert.is.not((await once(tried, 'exit'))[0], 0)
  const ended = once(house, 'exit')
  house.kill('SIGTERM')
  assert.equal(await ended, [0, null])
  await rm(folder, { recursive: true })
})

test.run()
