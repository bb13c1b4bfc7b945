// not over a remote database: the disk is that of the file
import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { on } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { openDatabase } from '../../../edge/store/database.ts'
import { typescriptOptions } from '../../support/typescript-options.ts'
import { notes, withDatabase } from './temporary-database.ts'

const KILOBYTES = 600

test('when the disk takes no more, writes fail clearly, what was stored is whole, and room helps', () =>
  withDatabase(async (_, url) => {
    const child = startLimited(url)
    const lines = on(createInterface({ input: child.stdout ?? process.stdin }), 'line')
    const full = await nextLine(lines)
    assert.ok(full.stored > 5, `${full.stored} notes were stored`)
    assert.is(full.name, 'StorageFault')
    assert.match(full.message, /^The disk (is full|cannot be read or written); nothing was stored\./)
    assert.is(full.again, 'StorageFault')
    await promisify(execFile)('prlimit', [`--pid=${child.pid}`, '--fsize=unlimited'])
    child.stdin?.end('go on\n')
    assert.equal(await nextLine(lines), { closed: true })
    const database = await openDatabase({ url })
    const stored = (await notes(database)).map((body) => String(body).split(' ')[0])
    await database.close()
    assert.equal(stored, [...Array.from({ length: full.stored }, (_, number) => `${number}`), 'room'])
  }))

// The kernel ends a process that writes past its limit, unless the signal is ignored: then the write fails.
function startLimited(url: string): ChildProcess {
  const script = fileURLToPath(new URL('limited-writer.ts', import.meta.url))
  const command = `trap '' XFSZ; ulimit -S -f ${KILOBYTES}; exec "$0" "$@"`
  return spawn('bash', ['-c', command, process.execPath, ...typescriptOptions, script, url], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
}

async function nextLine(lines: AsyncIterator<string[]>) {
  const { value } = await lines.next()
  return JSON.parse(value[0] ?? 'null')
}

test.run()
