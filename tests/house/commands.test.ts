// What `npm start` and `npm test` decide before anything of Visavis itself runs.
import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'

interface Build {
  name: string
  command: string[]
  inputs: string[]
  output: string
}

const script = (name: string) => new URL(`../../scripts/${name}.mjs`, import.meta.url).href
const { isInstalled } = (await import(script('install'))) as {
  isInstalled: (options: { withDev: boolean; folder: string }) => Promise<boolean>
}
const { runBuild, staleBuilds } = (await import(script('builds'))) as {
  runBuild: (build: Build, folder: string) => Promise<{ ok: boolean; output: string }>
  staleBuilds: (builds: Build[], folder: string) => Promise<Build[]>
}

const test = suite<{ folder: string }>('', { folder: '' })
test.before.each(async (context) => {
  context.folder = await mkdtemp(join(tmpdir(), 'visavis-commands-'))
})
test.after.each((context) => rm(context.folder, { recursive: true, force: true }))

const write = async (folder: string, path: string, text: string, mode = 0o644) => {
  await mkdir(dirname(join(folder, path)), { recursive: true })
  await writeFile(join(folder, path), text, { mode })
}
const lock = (folder: string, path: string, packages: Record<string, object>) =>
  write(folder, path, JSON.stringify({ packages }))
const hono = { 'node_modules/hono': { version: '4.0.0', integrity: 'sha512-a' } }
const uvu = { 'node_modules/uvu': { version: '0.5.6', integrity: 'sha512-b', dev: true } }
const elsewhere = { 'node_modules/hono-win32': { version: '1.0.0', integrity: 'sha512-c', optional: true } }

test('a fresh clone is not installed', async ({ folder }) => {
  await lock(folder, 'package-lock.json', hono)
  assert.is(await isInstalled({ withDev: false, folder }), false)
})

test('a plain start needs no tools for tests and no packages of other platforms', async ({ folder }) => {
  await lock(folder, 'package-lock.json', { '': {}, ...hono, ...uvu, ...elsewhere })
  await lock(folder, 'node_modules/.package-lock.json', hono)
  assert.is(await isInstalled({ withDev: false, folder }), true)
  assert.is(await isInstalled({ withDev: true, folder }), false)
})

test('another version, or the same one with other contents, is installed anew', async ({ folder }) => {
  await lock(folder, 'package-lock.json', hono)
  for (const change of [{ version: '3.9.9' }, { integrity: 'sha512-z' }]) {
    const old = { 'node_modules/hono': { ...hono['node_modules/hono'], ...change } }
    await lock(folder, 'node_modules/.package-lock.json', old)
    assert.is(await isInstalled({ withDev: false, folder }), false)
  }
})

const makes = (code: string): Build => ({
  name: 'page',
  command: ['-e', code],
  inputs: ['pwa', 'vite.config.ts'],
  output: 'dist',
})

test('a build is stale until it ran, and again when an input changed, came or went', async ({ folder }) => {
  const build = makes('0')
  const stale = async () => (await staleBuilds([build], folder)).length === 1
  await write(folder, 'pwa/a/page.tsx', 'one')
  await mkdir(join(folder, 'dist'))
  assert.is(await stale(), true)
  assert.is((await runBuild(build, folder)).ok, true)
  assert.is(await stale(), false)

  await write(folder, 'pwa/a/page.tsx', 'two')
  assert.is(await stale(), true, 'changed, with the same length')
  await write(folder, 'pwa/a/page.tsx', 'one')
  await utimes(join(folder, 'pwa/a/page.tsx'), 1, 1)
  assert.is(await stale(), false, 'only its date changed')
  await write(folder, 'vite.config.ts', '')
  assert.is(await stale(), true, 'a file came')
})

test('a build that fails is stale afterwards and gives its reason', async ({ folder }) => {
  const build = makes('console.error("no such module"); process.exit(1)')
  await mkdir(join(folder, 'dist'))
  await runBuild({ ...build, command: ['-e', '0'] }, folder)
  const { ok, output } = await runBuild(build, folder)
  assert.is(ok, false)
  assert.match(output, 'no such module')
  assert.is((await staleBuilds([build], folder)).length, 1)
})

/** Runs Node and gives its exit code and all it said. */
function node(args: string[], env: NodeJS.ProcessEnv = process.env): Promise<{ code: number; said: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, args, { env }, (error, out, err) =>
      resolve({ code: error ? Number(error.code) : 0, said: out + err }),
    )
  })
}

test('an old Node is told which one is needed', async () => {
  const old = `Object.defineProperty(process, 'versions', { value: { node: '18.20.1' } })`
  const preload = `data:text/javascript,${encodeURIComponent(old)}`
  const { code, said } = await node(['--import', preload, new URL(script('start')).pathname])
  assert.is(code, 1)
  assert.is(said.trim(), 'Visavis needs Node 20.19 or newer; this is Node 18.20.1. See https://nodejs.org')
})

const findChromium = `import(${JSON.stringify(script('chromium'))})
  .then(({ chromium }) => chromium()).then(console.log, (error) => { console.error(error.message); process.exit(1) })`
const onlyPath = (folder: string) => ({ PATH: `${folder}/bin`, HOME: folder })

test('Chromium is found without installing anything', async ({ folder }) => {
  await write(folder, 'bin/chromium', '#!/bin/sh\n', 0o755)
  assert.equal(await node(['-e', findChromium], onlyPath(folder)), {
    code: 0,
    said: `${folder}/bin/chromium\n`,
  })
})

test('Chromium is installed from Debian when there is none', async ({ folder }) => {
  const apt = `#!/bin/sh\necho "$@" >> ${folder}/asked\n[ "$1" = update ] || /bin/cp "$0" ${folder}/bin/chromium\n`
  await write(folder, 'bin/apt-get', apt, 0o755)
  await write(folder, 'bin/sudo', '#!/bin/sh\nshift\nexec "$@"\n', 0o755)
  const { code, said } = await node(['-e', findChromium], onlyPath(folder))
  assert.is(code, 0, said)
  assert.match(said, `${folder}/bin/chromium`)
})

test('where Chromium cannot be installed, a sentence says what to do', async ({ folder }) => {
  const { code, said } = await node(['-e', findChromium], onlyPath(folder))
  assert.is(code, 1)
  assert.match(said, 'There is no apt-get here.')
  assert.match(said, 'set CHROMIUM to its path')
})

test.run()
