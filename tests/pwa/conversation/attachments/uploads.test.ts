import { createRoot } from 'solid-js'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import type { AnyEvent } from '../../../../edge/domain/events.ts'
import type { KeptFile, KeptFiles } from '../../../../pwa/conversation/attachments/kept-files.ts'
import type { Sending } from '../../../../pwa/conversation/attachments/send-file.ts'
import { createUploads, type Uploads } from '../../../../pwa/conversation/attachments/uploads.ts'
import { EdgeError } from '../../../../pwa/platform/edge-error.ts'

interface Line extends Sending {
  arrive(): void
  fail(cause: unknown): void
}

/** An edge whose answers are the test's, and a store that outlives the page. */
function open(keptFiles: KeptFile[] = []) {
  const lines: Line[] = []
  const store = new Map(keptFiles.map((file) => [file.id, file]))
  const kept: KeptFiles = {
    read: async (place) => [...store.values()].filter((file) => file.place === place),
    put: async (file) => void store.set(file.id, file),
    remove: async (id) => void store.delete(id),
  }
  const send = (sending: Sending) =>
    new Promise<void>((resolve, reject) => {
      sending.signal.addEventListener('abort', () => reject(sending.signal.reason))
      lines.push({ ...sending, arrive: resolve, fail: reject })
    })
  const prepare = async (file: File) =>
    file.name.endsWith('.exe')
      ? { problem: 'wrong-kind' as const }
      : { file, name: file.name, kind: 'document' as const }
  const { uploads, end } = createRoot((end) => ({
    uploads: createUploads({ place: '/api/visits/1', kept, send, prepare, pauseAfter: () => 3_600_000 }),
    end,
  }))
  return { uploads, lines, store, end }
}

const files = (...names: string[]) => names.map((name) => new File([name], name))
const states = (uploads: Uploads) => uploads.list().map((upload) => `${upload.name()} ${upload.state().at}`)
const told = (attachmentId = ''): AnyEvent[] => [
  { type: 'attachment.shared', data: { attachmentId } } as AnyEvent,
]

async function until(holds: () => boolean): Promise<void> {
  for (let turn = 0; !holds(); turn++) {
    if (turn > 1_000) throw new Error('waited in vain')
    await new Promise((resolve) => setTimeout(resolve, 1))
  }
}

test('two are sent at a time, the others wait for their turn', async () => {
  const { uploads, lines, end } = open()
  uploads.add(files('a.txt', 'b.txt', 'c.txt'))
  await until(() => lines.length === 2)
  assert.equal(states(uploads), ['a.txt sending', 'b.txt sending', 'c.txt waiting'])
  lines[0]?.arrive()
  await until(() => lines.length === 3)
  assert.equal(states(uploads), ['a.txt sent', 'b.txt sending', 'c.txt sending'])
  end()
})

test('one that has arrived leaves the list with the event that tells of it', async () => {
  const { uploads, lines, store, end } = open()
  uploads.add(files('a.txt'))
  await until(() => lines.length === 1)
  assert.is(store.size, 1)
  lines[0]?.onSent(1)
  assert.is(uploads.list()[0]?.sent(), 1)
  lines[0]?.arrive()
  await until(() => states(uploads)[0] === 'a.txt sent')
  uploads.settle(told(lines[0]?.id))
  assert.equal(uploads.list(), [])
  assert.is(store.size, 0)
  end()
})

test('a lost connection pauses, with the same id; retry and a new connection go on at once', async () => {
  const { uploads, lines, end } = open()
  uploads.add(files('a.txt'))
  await until(() => lines.length === 1)
  lines[0]?.fail(new EdgeError('offline', 0, ''))
  await until(() => states(uploads)[0] === 'a.txt paused')
  uploads.retry(lines[0]?.id ?? '')
  await until(() => lines.length === 2)
  lines[1]?.fail(new EdgeError('unavailable', 503, ''))
  await until(() => states(uploads)[0] === 'a.txt paused')
  dispatchEvent(new Event('online'))
  await until(() => lines.length === 3)
  assert.is(new Set(lines.map(({ id }) => id)).size, 1)
  end()
})

test('a refusal says why, keeps nothing, and does not stop the others', async () => {
  const { uploads, lines, store, end } = open()
  uploads.add(files('virus.exe', 'a.txt'))
  await until(() => lines.length === 1)
  lines[0]?.fail(new EdgeError('too-large', 413, '', { problem: 'conversation-full' }))
  await until(() => states(uploads).join() === 'virus.exe refused,a.txt refused')
  const problems = uploads.list().map((upload) => {
    const state = upload.state()
    return state.at === 'refused' && state.problem
  })
  assert.equal(problems, ['wrong-kind', 'conversation-full'])
  assert.is(store.size, 0)
  end()
})

test('a cancelled one is sent no further and forgotten', async () => {
  const { uploads, lines, store, end } = open()
  uploads.add(files('a.txt', 'b.txt', 'c.txt'))
  await until(() => lines.length === 2)
  uploads.cancel(lines[0]?.id ?? '')
  await until(() => lines.length === 3)
  assert.ok(lines[0]?.signal.aborted)
  assert.equal(states(uploads), ['b.txt sending', 'c.txt sending'])
  assert.is(store.size, 2)
  end()
})

test('what was on its way when the page was closed goes on under its own id', async () => {
  const file = {
    place: '/api/visits/1',
    name: 'a.txt',
    kind: 'document',
    file: new Blob(['a']),
    at: 1,
  } as const
  const { uploads, lines, end } = open([
    { ...file, id: 'mine' },
    { ...file, id: 'theirs', place: '/api/visits/2' },
  ])
  await until(() => lines.length === 1)
  assert.equal([lines[0]?.id, states(uploads)], ['mine', ['a.txt sending']])
  end()
})

test('one whose arrival the stream has told of already is not sent again', async () => {
  const file = {
    place: '/api/visits/1',
    name: 'a.txt',
    kind: 'document',
    file: new Blob(['a']),
    at: 1,
  } as const
  const { uploads, lines, store, end } = open([{ ...file, id: 'mine' }])
  uploads.settle(told('mine'))
  await until(() => store.size === 0)
  assert.equal([lines.length, uploads.list()], [0, []])
  end()
})

test.run()
