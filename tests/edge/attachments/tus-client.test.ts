// time-out: 120 s
// not on workerd: there is no disk
// not over a remote database: what it proves is the protocol of uploads
// The protocol as a client understands it that nobody here wrote, over a real port, to a real disk.

import { readdir, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Upload, type UploadOptions } from 'tus-js-client'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import type { Caller } from '../../support/caller.ts'
import { adminEmail, adminPassword } from '../../support/house-place.ts'
import { startHouseProcess } from '../../support/house-process.ts'
import { callerOf, historyOf, type Invited, invite, openWithoutBrowser } from '../../support/invite.ts'
import { type OpenHouse, openHouse } from '../../support/open-house.ts'
import { ftyp, noise } from '../../support/sample-files.ts'
import { placeOf } from '../../support/uploads.ts'

const film = noise(3_000_000, ftyp('isom'))

interface Stage {
  admin: Caller
  invited: Invited
  customer: Caller
}

async function stageOf(house: OpenHouse): Promise<Stage> {
  const admin = callerOf(house)
  await admin.post('/api/session', { email: adminEmail, password: adminPassword })
  const invited = await invite(admin)
  return { admin, invited, customer: await openWithoutBrowser(house, invited) }
}

function uploadOf(house: OpenHouse, { customer, invited }: Stage, options: Partial<UploadOptions>): Upload {
  const cookie = `visavis_device=${customer.cookies.get('visavis_device')?.value}`
  return new Upload(Buffer.from(film), {
    endpoint: `${house.url}${placeOf('customer', invited.conversationId)}/uploads`,
    headers: { cookie, 'idempotency-key': crypto.randomUUID() },
    metadata: { filename: 'film.mp4', filetype: 'video/mp4' },
    // As long as a server may take to start again.
    retryDelays: [50, 100, 200, 400, 800, ...Array<number>(60).fill(1_000)],
    chunkSize: 200_000,
    ...options,
  })
}

const finished = (upload: (over: Partial<UploadOptions>) => Upload) =>
  new Promise<Upload>((resolve, reject) => {
    const sending = upload({ onSuccess: () => resolve(sending), onError: reject })
    sending.start()
  })

async function assertArrived(stage: Stage): Promise<void> {
  const { admin, invited } = stage
  const types = await historyOf(admin, invited.conversationId)
  assert.is(types.filter((type) => type === 'attachment.shared').length, 1)
  const path = `/api/conversations/${invited.conversationId}/events`
  const { body } = await admin.get<{ events: { type: string; data: { attachmentId: string } }[] }>(path)
  const id = body.events.find(({ type }) => type === 'attachment.shared')?.data.attachmentId
  const answer = await admin.send('GET', `${placeOf('operator', invited.conversationId)}/attachments/${id}`)
  assert.ok(Buffer.from(await answer.arrayBuffer()).equals(Buffer.from(film)), 'byte by byte what was sent')
}

test('a file arrives whole in pieces, and lies on the disk for its owner alone', async () => {
  const house = await openHouse()
  try {
    const stage = await stageOf(house)
    await finished((over) => uploadOf(house, stage, over))
    await assertArrived(stage)
    const folder = join(dirname(house.databaseUrl.replace('file:', '')), 'files')
    const [file, ...more] = await readdir(folder)
    assert.equal(more, [])
    assert.is((await stat(join(folder, file ?? ''))).mode & 0o777, 0o600)
    assert.is((await stat(folder)).mode & 0o777, 0o700)
  } finally {
    await house.end()
  }
})

test('an upload that was paused goes on where it was, by another client that knows its address alone', async () => {
  const house = await openHouse()
  try {
    const stage = await stageOf(house)
    const url = await new Promise<string>((resolve, reject) => {
      const first = uploadOf(house, stage, {
        onError: reject,
        onChunkComplete: (_size, sent) => {
          if (sent < 600_000) return
          void first.abort()
          resolve(first.url ?? '')
        },
      })
      first.start()
    })
    let from = 0
    await finished((over) =>
      uploadOf(house, stage, {
        ...over,
        uploadUrl: url,
        onProgress: (sent) => {
          from ||= sent
        },
      }),
    )
    assert.ok(from >= 600_000, `went on at ${from}`)
    await assertArrived(stage)
  } finally {
    await house.end()
  }
})

test('killed twice in the middle and started again, the server goes on; nothing is lost and nothing doubled', async () => {
  const house = await startHouseProcess()
  try {
    const stage = await stageOf(house)
    const killAt = [700_000, 1_900_000]
    let restarts = Promise.resolve()
    const restart = async () => {
      await house.kill()
      await house.startAgain()
    }
    await finished((over) =>
      uploadOf(house, stage, {
        ...over,
        onProgress: (sent) => {
          if (sent < (killAt[0] ?? Number.POSITIVE_INFINITY)) return
          killAt.shift()
          restarts = restarts.then(restart)
        },
      }),
    )
    await restarts
    assert.equal(killAt, [])
    await assertArrived(stage)
  } finally {
    await house.end()
  }
})

test('an upload that its sender gives up is ended by the protocol', async () => {
  const house = await openHouse()
  try {
    const stage = await stageOf(house)
    await new Promise<void>((resolve, reject) => {
      const upload = uploadOf(house, stage, {
        onError: reject,
        onChunkComplete: () => void upload.abort(true).then(resolve, reject),
      })
      upload.start()
    })
    const types = await historyOf(stage.admin, stage.invited.conversationId)
    assert.not.ok(types.includes('attachment.shared'))
  } finally {
    await house.end()
  }
})

test.run()
