// time-out: 180 s
// not over a remote database: what it proves is the bucket
// The edge over a bucket, in an S3 that nobody here wrote: it checks each signature.

import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { tendUploads } from '../../../edge/actions/tend-uploads.ts'
import { partBytes } from '../../../edge/domain/file-parts.ts'
import type { PartsAnswer } from '../../../edge/domain/wire.ts'
import { strangerContext, withFiles } from '../../../edge/routes/edge.ts'
import type { Answer, Caller } from '../../support/caller.ts'
import { type TestEdge, withEdge } from '../../support/house.ts'
import { type Fate, type S3Server, startS3 } from '../../support/s3/start-s3.ts'
import { exifSegment, ftyp, joined, jpeg, noise, pdf, text } from '../../support/sample-files.ts'
import { active, done, opened } from '../../support/scenes.ts'
import { thisRuntime } from '../../support/start-command.ts'
import { announce, type FileToSend, placeOf, tus } from '../../support/uploads.ts'

type Bytes = Uint8Array<ArrayBuffer>

let s3: S3Server
test.before(async () => {
  s3 = await startS3()
})
test.before.each(() => s3.fate(() => 'well'))
test.after(() => s3?.end())

const withBucket = (work: (house: TestEdge) => Promise<void>) =>
  withEdge(work, { s3: { ...s3.place, pauseMs: 1 } })
const shared = async (house: TestEdge) =>
  (await house.events()).filter((event) => event.type === 'attachment.shared')
const tend = (house: TestEdge) =>
  tendUploads(withFiles(house.edge, strangerContext(house.edge, { kind: 'clock' })))
const film = noise(2 * partBytes + 1_000, ftyp('isom'))
const everything = async (answer: Response) => new Uint8Array(await answer.arrayBuffer())

async function missing(caller: Caller, place: string, file: FileToSend) {
  return done((await announce(caller, place, file)) as Answer<PartsAnswer>).parts
}

const put = (address: string, bytes: Bytes, headers = {}) =>
  fetch(address, { method: 'PUT', body: new Blob([bytes]), headers })

const pieceOf = (bytes: Bytes, { from, length }: { from: number; length: number }) =>
  bytes.slice(from, from + length)

const finish = (caller: Caller, place: string, id: string) =>
  caller.call('POST', `${place}/uploads/${id}/whole`, undefined, { headers: tus })

async function send(caller: Caller, place: string, file: FileToSend & { id: string }): Promise<Answer> {
  for (const part of await missing(caller, place, file))
    assert.is((await put(part.address, pieceOf(file.bytes, part))).status, 200)
  return finish(caller, place, file.id)
}

test('a film goes to the bucket past the edge, is one event, and both read it back through a short-lived address', () =>
  withBucket(async (house) => {
    const scene = await active(house, await house.operator('Ayse'))
    const file = { bytes: film, name: 'Çarşı.mov', id: crypto.randomUUID() }
    assert.is((await send(scene.customer, placeOf('customer', scene.id), file)).status, 204)
    const [event, ...more] = await shared(house)
    assert.equal(more, [])
    assert.equal(
      [event?.actor.kind, event?.data.name, event?.data.type],
      ['customer', 'Çarşı.mp4', 'video/mp4'],
    )
    for (const reader of ['customer', 'operator'] as const) {
      const path = `${placeOf(reader, scene.id)}/attachments/${file.id}`
      const pointed = await scene[reader].send('GET', path)
      assert.is(pointed.status, 302)
      const address = pointed.headers.get('location') ?? ''
      assert.ok(Buffer.from(film).equals(await everything(await fetch(address))))
      const part = await fetch(address, { headers: { range: 'bytes=10-19' } })
      assert.equal([part.status, await everything(part)], [206, film.slice(10, 20)])
    }
    assert.equal(await s3.underWay(), [])
  }))

test('what is saved has the type and the name that the edge found, whatever its sender called it', () =>
  withBucket(async (house) => {
    const scene = await active(house, await house.operator('Ayse'))
    const file = { bytes: pdf(), name: 'Sözleşme "2026" 漢.html', id: crypto.randomUUID() }
    const place = placeOf('customer', scene.id)
    const [part] = await missing(scene.customer, place, file)
    assert.is((await put(part?.address ?? '', file.bytes, { 'content-type': 'text/html' })).status, 200)
    done(await finish(scene.customer, place, file.id))
    const path = `${place}/attachments/${file.id}`
    const { headers } = await fetch((await scene.customer.send('GET', path)).headers.get('location') ?? '')
    assert.is(headers.get('content-type'), 'application/pdf')
    assert.match(headers.get('content-disposition') ?? '', /^attachment; filename="S_zle_me/)
    assert.match(headers.get('content-disposition') ?? '', /filename\*=UTF-8''S%C3%B6zle%C5%9Fme.*\.pdf$/)
    const asked = await scene.customer.send('HEAD', path, undefined, { key: null })
    assert.equal(
      [asked.status, asked.headers.get('content-length')],
      [200, String(file.bytes.length)],
      'asking does not go away',
    )
  }))

test('announced again after a reload, an upload goes on with the parts that are missing', () =>
  withBucket(async (house) => {
    const scene = await active(house, await house.operator('Ayse'))
    const place = placeOf('customer', scene.id)
    const file = { bytes: film, id: crypto.randomUUID() }
    const parts = await missing(scene.customer, place, file)
    assert.equal(
      parts.map(({ number, from, length }) => [number, from, length]),
      [
        [1, 0, partBytes],
        [2, partBytes, partBytes],
        [3, 2 * partBytes, 1_000],
      ],
    )
    const [first, second, third] = parts as [(typeof parts)[0], (typeof parts)[0], (typeof parts)[0]]
    await put(second.address, pieceOf(film, second))
    const early = await finish(scene.customer, place, file.id)
    assert.equal([early.status, early.code], [409, 'wrong-state'])
    const left = await missing(scene.customer, place, file)
    assert.equal(
      left.map(({ number }) => number),
      [1, 3],
    )
    await Promise.all([put(first.address, pieceOf(film, first)), put(third.address, pieceOf(film, third))])
    assert.equal(await missing(scene.customer, place, file), [])
    assert.is((await finish(scene.customer, place, file.id)).status, 204)
    assert.is((await finish(scene.customer, place, file.id)).status, 204)
    assert.equal(await missing(scene.customer, place, file), [])
    assert.is((await shared(house)).length, 1)
  }))

test('an address takes its own part in its own length, and nothing else', () =>
  withBucket(async (house) => {
    const scene = await active(house, await house.operator('Ayse'))
    const file = { bytes: pdf(), id: crypto.randomUUID() }
    const [part] = await missing(scene.customer, placeOf('customer', scene.id), file)
    const address = part?.address ?? ''
    const refused = [
      await put(address, joined(pdf(), 'x')),
      await put(address, pdf().slice(1)),
      await put(address.replace('partNumber=1', 'partNumber=2'), pdf()),
      await put(address.replace(file.id, crypto.randomUUID()), pdf()),
      await put(address.replace('Expires=3600', 'Expires=36000'), pdf()),
      await fetch(address),
      await put(address.split('?')[0] ?? '', pdf()),
    ]
    assert.equal(
      refused.map(({ status }) => status),
      [403, 403, 403, 403, 403, 403, 403],
    )
    const upload = `${placeOf('customer', scene.id)}/uploads/${file.id}`
    done(await scene.customer.call('DELETE', upload, undefined, { headers: tus }))
    await tend(house)
  }))

test('the place is out of a photo before anybody reads it, also where it lies across two parts', () =>
  withBucket(async (house) => {
    const scene = await active(house, await house.operator('Ayse'))
    const place = placeOf('customer', scene.id)
    const head = jpeg(exifSegment())
    const gap = new Uint8Array(partBytes - head.length - 60)
    const large = joined(head, gap, exifSegment(), new Uint8Array(partBytes))
    for (const bytes of [jpeg(exifSegment()), large]) {
      const file = { bytes, name: 'photo.jpg', id: crypto.randomUUID() }
      done(await send(scene.customer, place, file))
      const pointed = await scene.customer.send('GET', `${place}/attachments/${file.id}`)
      const read = Buffer.from(await everything(await fetch(pointed.headers.get('location') ?? '')))
      assert.is(read.length, bytes.length)
      assert.ok(read.includes('Exif') && !read.includes('PLACE') && !read.includes('SN7'))
    }
    assert.equal(await s3.underWay(), [])
  }))

test('what is refused, given up or forgotten leaves nothing in the bucket', () =>
  withBucket(async (house) => {
    const scene = await active(house, await house.operator('Ayse'))
    const place = placeOf('customer', scene.id)
    const before = await s3.files()
    const evil = {
      bytes: text('<svg><script>alert(1)</script></svg>'),
      name: 'a.png',
      id: crypto.randomUUID(),
    }
    const refused = await send(scene.customer, place, evil)
    assert.equal([refused.status, refused.code], [415, 'wrong-kind'])
    assert.is((await finish(scene.customer, place, evil.id)).code, 'wrong-kind')
    const unwanted = { bytes: pdf(), id: crypto.randomUUID() }
    await missing(scene.customer, place, unwanted)
    const address = `${place}/uploads/${unwanted.id}`
    done(await scene.customer.call('DELETE', address, undefined, { headers: tus }))
    assert.is((await finish(scene.customer, place, unwanted.id)).status, 404)
    const forgotten = { bytes: pdf(), id: crypto.randomUUID() }
    await missing(scene.customer, place, forgotten)
    house.pass(25 * 3_600_000)
    await tend(house)
    assert.equal(await s3.underWay(), [])
    assert.equal(await s3.files(), before)
    assert.equal(await house.rows('SELECT id FROM attachments WHERE removed_at IS NULL'), [])
    assert.equal(await shared(house), [])
  }))

test('a process that died between the last part and the event: the clock finishes it, and asks the bucket for no other', () =>
  withBucket(async (house) => {
    const scene = await active(house, await house.operator('Ayse'))
    const place = placeOf('customer', scene.id)
    const file = { bytes: pdf(), name: 'a.pdf', id: crypto.randomUUID() }
    const [part] = await missing(scene.customer, place, file)
    await missing(scene.customer, place, { bytes: pdf(), id: crypto.randomUUID() })
    await put(part?.address ?? '', pdf())
    // The parts are joined, and the answer is lost, as often as it is tried.
    s3.fate((method) => (method === 'POST' ? 'lost' : 'well'))
    assert.is((await finish(scene.customer, place, file.id)).status, 503)
    house.logs.length = 0
    assert.equal(await shared(house), [])
    const asked: string[] = []
    s3.fate((_method, path) => {
      asked.push(path.split('?')[0] ?? '')
      return 'well'
    })
    await tend(house)
    assert.equal(asked, [], 'whoever asked for it is given time')
    house.pass(60_000)
    await tend(house)
    assert.equal([...new Set(asked)], [file.id])
    assert.is((await shared(house))[0]?.data.attachmentId, file.id)
  }))

test('finished by two instances at once it is one event', () =>
  withBucket(async (house) => {
    const scene = await active(house, await house.operator('Ayse'))
    const place = placeOf('customer', scene.id)
    const file = { bytes: jpeg(exifSegment()), id: crypto.randomUUID() }
    const [part] = await missing(scene.customer, place, file)
    await put(part?.address ?? '', file.bytes)
    const answers = await Promise.all([1, 2, 3].map(() => finish(scene.customer, place, file.id)))
    house.logs.length = 0
    assert.ok(answers.some(({ status }) => status === 204))
    assert.is((await finish(scene.customer, place, file.id)).status, 204)
    assert.is((await shared(house)).length, 1)
  }))

// Deno's own server, which the line is there, does not cut an answer that has begun.
const fates = thisRuntime === 'deno' ? (['fails', 'lost'] as const) : (['fails', 'cut', 'lost'] as const)
for (const fate of fates) {
  test(`a bucket whose ${fate === 'fails' ? 'answer is 500' : `line is ${fate}`} at any step loses no file and doubles none`, () =>
    withBucket(async (house) => {
      const scene = await active(house, await house.operator('Ayse'))
      const place = placeOf('customer', scene.id)
      for (let step = 0, wrong = true; wrong; step++) {
        const file = { bytes: jpeg(exifSegment()), id: crypto.randomUUID() }
        const line = wrongAtStep(step, fate)
        s3.fate(line.fate)
        await tryToSend(scene.customer, place, file)
        wrong = line.wasWrong()
        assert.ok(wrong || step > 5, `${step} steps`)
        s3.fate(() => 'well')
        await tryToSend(scene.customer, place, file)
        const pointed = await scene.customer.send('GET', `${place}/attachments/${file.id}`)
        const read = Buffer.from(await everything(await fetch(pointed.headers.get('location') ?? '')))
        assert.ok(read.length === file.bytes.length && !read.includes('PLACE'))
        assert.is((await shared(house)).length, step + 1)
      }
      house.logs.length = 0
    }))
}

/** The request of that step goes wrong, as often as it is tried; the others do not. */
function wrongAtStep(step: number, fate: Fate) {
  const names: string[] = []
  return {
    fate(method: string, path: string): Fate {
      const name = `${method} ${path.replace(/X-Amz.*/, '')}`
      if (!names.includes(name)) names.push(name)
      return names[step] === name ? fate : 'well'
    },
    wasWrong: () => names.length > step,
  }
}

async function tryToSend(caller: Caller, place: string, file: FileToSend & { id: string }): Promise<void> {
  const announced = (await announce(caller, place, file)) as Answer<PartsAnswer>
  if (announced.status !== 201) return assert.is(announced.status, 503)
  for (const part of announced.body.parts)
    if ((await put(part.address, file.bytes).catch(() => null))?.status !== 200) return
  const { status } = await finish(caller, place, file.id)
  assert.ok([204, 409, 503].includes(status), String(status))
}

test('nobody else is given an address, to write or to read', () =>
  withBucket(async (house) => {
    const ayse = await house.operator('Ayse')
    const scene = await active(house, ayse)
    const other = await opened(house, ayse)
    const file = { bytes: pdf(), id: crypto.randomUUID() }
    done(await send(scene.customer, placeOf('customer', scene.id), file))
    const doors = [
      [other.customer, placeOf('customer', scene.id)],
      [other.customer, placeOf('customer', other.id)],
      [house.stranger(), placeOf('customer', scene.id)],
      [house.stranger(), placeOf('operator', scene.id)],
      // Whoever is of the team reads it.
      [await house.operator('Bora'), placeOf('operator', scene.id), 302],
      [ayse, placeOf('operator', scene.id), 302],
    ] as const
    for (const [caller, place, mayRead] of doors) {
      const wrote = [await announce(caller, place, file), await finish(caller, place, file.id)]
      for (const { status } of wrote) assert.ok([401, 403, 404].includes(status), `${status}`)
      const { status } = await caller.send('GET', `${place}/attachments/${file.id}`)
      assert.ok(mayRead ? status === mayRead : [401, 404].includes(status), `${status}`)
    }
  }))

test('the page may reach the bucket, and nothing beside it', () =>
  withBucket(async (house) => {
    const { headers } = await house.api.request('/healthz')
    const policy = headers.get('content-security-policy') ?? ''
    const address = `${s3.place.endpoint}/attachments/`
    for (const what of ['img-src', 'media-src', 'connect-src'])
      assert.match(policy, new RegExp(`${what} [^;]*${address}`))
    assert.is(policy.split(address).length, 4)
  }))

test.run()
