// not on workerd: there is no disk
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { tendUploads } from '../../../edge/actions/tend-uploads.ts'
import type { ErrorAnswer } from '../../../edge/domain/wire.ts'
import { strangerContext, withFiles } from '../../../edge/routes/edge.ts'
import { type TestEdge, withEdge } from '../../support/house.ts'
import { joined, jpeg, noise, pdf, png, text } from '../../support/sample-files.ts'
import { active, closed, done, opened } from '../../support/scenes.ts'
import { announce, append, ask, bytesOf, placeOf, tus, upload } from '../../support/uploads.ts'

const shared = async (house: TestEdge) =>
  (await house.events()).filter((event) => event.type === 'attachment.shared')
const rows = (house: TestEdge) => house.rows('SELECT state, problem FROM attachments ORDER BY created_at')
const tend = (house: TestEdge) =>
  tendUploads(withFiles(house.edge, strangerContext(house.edge, { kind: 'clock' })))

/** The bytes are there, and whoever took them died before anything else. */
async function comeUntold({ edge: { files } }: TestEdge, id: string, bytes: Uint8Array<ArrayBuffer>) {
  if (files.at !== 'disk') throw new Error('files do not lie on the disk')
  const from = (await files.size(id)) ?? 0
  const piece = { bytes: new Blob([bytes]).stream(), from, room: bytes.length }
  await files.append(id, piece, new AbortController().signal)
}

for (const side of ['customer', 'operator'] as const) {
  test(`a file of the ${side} is one event for both sides, and both read it back byte by byte`, () =>
    withEdge(async (house) => {
      const scene = await active(house, await house.operator('Ayse'))
      const bytes = png(40, 30)
      const sent = await upload(scene[side], placeOf(side, scene.id), { bytes, name: 'Fatura resmi.png' })
      assert.equal([sent.status, sent.headers.get('upload-offset')], [204, String(bytes.length)])
      const [event, ...more] = await shared(house)
      assert.equal(more, [])
      assert.is(event?.actor.kind, side)
      assert.equal(event?.data, {
        attachmentId: sent.id,
        side,
        kind: 'photo',
        name: 'Fatura resmi.png',
        type: 'image/png',
        size: bytes.length,
        width: 40,
        height: 30,
      })
      for (const reader of ['customer', 'operator'] as const) {
        const answer = await scene[reader].send('GET', `${placeOf(reader, scene.id)}/attachments/${sent.id}`)
        assert.equal(new Uint8Array(await answer.arrayBuffer()), bytes)
      }
    }))
}

test('a customer may send while waiting, an operator only once it is theirs', () =>
  withEdge(async (house) => {
    const scene = await opened(house, await house.operator('Ayse'))
    assert.is((await upload(scene.customer, placeOf('customer', scene.id), { bytes: pdf() })).status, 204)
    const early = await upload(scene.operator, placeOf('operator', scene.id), { bytes: pdf() })
    assert.equal([early.status, early.code], [403, 'not-allowed'])
  }))

test('an upload goes on from where its connection broke, in as many pieces as it takes', () =>
  withEdge(async (house) => {
    const scene = await active(house, await house.operator('Ayse'))
    const bytes = text('Zeile\n'.repeat(5_000))
    const announced = await announce(scene.customer, placeOf('customer', scene.id), { bytes })
    const address = announced.headers.get('location') ?? ''
    for (let at = 0; at < bytes.length; ) {
      const asked = await ask(scene.customer, address)
      assert.equal(
        [asked.headers.get('upload-offset'), asked.headers.get('upload-length')],
        [String(at), String(bytes.length)],
      )
      assert.is((await append(scene.customer, address, at, bytes.slice(at, at + 9_000))).status, 204)
      at = Math.min(at + 9_000, bytes.length)
    }
    assert.is((await shared(house)).length, 1)
  }))

test('a piece that is sent twice, or for another place, is refused and changes nothing', () =>
  withEdge(async (house) => {
    const scene = await active(house, await house.operator('Ayse'))
    const bytes = text('x'.repeat(1_000))
    const announced = await announce(scene.customer, placeOf('customer', scene.id), { bytes })
    const address = announced.headers.get('location') ?? ''
    await append(scene.customer, address, 0, bytes.slice(0, 400))
    for (const offset of [0, 399, 401, 1_000]) {
      const answer = await append(scene.customer, address, offset, bytes.slice(0, 400))
      assert.equal([answer.status, answer.code], [409, 'wrong-state'])
    }
    assert.is((await ask(scene.customer, address)).headers.get('upload-offset'), '400')
  }))

test('an upload that is announced again is the same one', () =>
  withEdge(async (house) => {
    const scene = await active(house, await house.operator('Ayse'))
    const file = { bytes: pdf(), id: crypto.randomUUID() }
    const place = placeOf('customer', scene.id)
    const first = await announce(scene.customer, place, file)
    const address = first.headers.get('location') ?? ''
    await append(scene.customer, address, 0, file.bytes.slice(0, 20))
    const again = await announce(scene.customer, place, file)
    assert.equal([again.status, again.headers.get('location')], [201, address])
    assert.is((await ask(scene.customer, address)).headers.get('upload-offset'), '20')
  }))

test('the last byte acknowledged twice is one event', () =>
  withEdge(async (house) => {
    const scene = await active(house, await house.operator('Ayse'))
    const sent = await upload(scene.customer, placeOf('customer', scene.id), { bytes: pdf() })
    const address = `${placeOf('customer', scene.id)}/uploads/${sent.id}`
    assert.is((await ask(scene.customer, address)).status, 200)
    assert.is((await append(scene.customer, address, pdf().length, joined())).status, 204)
    await tend(house)
    assert.is((await shared(house)).length, 1)
  }))

for (const who of ['the sender who comes back', 'the clock']) {
  test(`a process that died after the last byte and before the event: ${who} finishes it`, () =>
    withEdge(async (house) => {
      const scene = await active(house, await house.operator('Ayse'))
      const bytes = pdf()
      const announced = await announce(scene.customer, placeOf('customer', scene.id), { bytes })
      const address = announced.headers.get('location') ?? ''
      await comeUntold(house, address.split('/').at(-1) ?? '', bytes)
      assert.equal(await shared(house), [])
      if (who === 'the clock') await tend(house)
      else assert.is((await ask(scene.customer, address)).headers.get('upload-offset'), String(bytes.length))
      const [event] = await shared(house)
      assert.equal([event?.actor.kind, event?.data.name], ['customer', 'file.pdf'])
    }))
}

const bad: [string, Uint8Array<ArrayBuffer>, string, number, string][] = [
  [
    'an SVG with a script',
    text('<svg xmlns="…"><script>alert(1)</script></svg>'),
    'a.png',
    415,
    'wrong-kind',
  ],
  ['a program that calls itself a photo', joined('MZ', noise(3_000)), 'photo.jpg', 415, 'wrong-kind'],
  ['a bomb of a picture', png(30_000, 30_000), 'small.png', 413, 'too-large'],
  ['half a photo', jpeg().slice(0, 40), 'photo.jpg', 415, 'wrong-kind'],
]
for (const [what, bytes, name, status, code] of bad) {
  test(`${what} is refused in a sentence, told to nobody, and its file is gone`, () =>
    withEdge(async (house) => {
      const scene = await active(house, await house.operator('Ayse'))
      const sent = await upload(scene.customer, placeOf('customer', scene.id), { bytes, name })
      assert.equal([sent.status, sent.code], [status, code])
      assert.match((sent.body as ErrorAnswer).error.message, /^[A-Z].{10,}\.$/)
      assert.equal(await shared(house), [])
      const again = await append(
        scene.customer,
        `${placeOf('customer', scene.id)}/uploads/${sent.id}`,
        0,
        bytes,
      )
      assert.is(again.status, status)
      await tend(house)
      assert.is(await house.edge.files.size(sent.id), null)
      const read = await scene.customer.get(`${placeOf('customer', scene.id)}/attachments/${sent.id}`)
      assert.is(read.status, 404)
    }))
}

test('an empty file, and one that is a byte over, are refused before a byte is sent', () =>
  withEdge(
    async (house) => {
      const scene = await active(house, await house.operator('Ayse'))
      const place = placeOf('customer', scene.id)
      const empty = await announce(scene.customer, place, { bytes: joined() })
      assert.equal([empty.status, empty.code], [422, 'invalid-input'])
      const over = await announce(scene.customer, place, { bytes: noise(1_001) })
      assert.equal([over.status, over.code], [413, 'too-large'])
      assert.equal(await rows(house), [])
      const fits = text('y'.repeat(1_000))
      assert.is((await upload(scene.customer, place, { bytes: fits })).status, 204)
    },
    { attachmentLimits: { file: 1_000, conversation: 10_000, open: 10 } },
  ))

test('200 MB are announced, a byte more is not', () =>
  withEdge(async (house) => {
    const scene = await active(house, await house.operator('Ayse'))
    const announcing = (size: number) =>
      scene.customer.call('POST', `${placeOf('customer', scene.id)}/uploads`, undefined, {
        headers: { ...tus, 'upload-length': String(size) },
      })
    assert.is((await announcing(200 * 1024 * 1024)).status, 201)
    assert.is((await announcing(200 * 1024 * 1024 + 1)).code, 'too-large')
  }))

test('more bytes than were announced are refused', () =>
  withEdge(async (house) => {
    const scene = await active(house, await house.operator('Ayse'))
    const announced = await announce(scene.customer, placeOf('customer', scene.id), { bytes: pdf() })
    const address = announced.headers.get('location') ?? ''
    const answer = await append(scene.customer, address, 0, joined(pdf(), 'x'))
    assert.equal([answer.status, answer.code], [413, 'too-large'])
  }))

test('a side has ten uploads under way, and a conversation holds so many bytes', () =>
  withEdge(
    async (house) => {
      const scene = await active(house, await house.operator('Ayse'))
      const place = placeOf('customer', scene.id)
      const bytes = text('z'.repeat(500))
      assert.is((await announce(scene.customer, place, { bytes })).status, 201)
      const second = await announce(scene.customer, place, { bytes })
      const third = await announce(scene.customer, place, { bytes })
      assert.equal([third.status, third.code], [429, 'too-many'])
      assert.is((await upload(scene.operator, placeOf('operator', scene.id), { bytes })).status, 204)
      await append(scene.customer, second.headers.get('location') ?? '', 0, bytes)
      const full = await announce(scene.customer, place, { bytes })
      assert.equal(
        [full.status, (full.body as ErrorAnswer).error.details?.problem],
        [413, 'conversation-full'],
      )
    },
    { attachmentLimits: { file: 1_000, conversation: 1_900, open: 2 } },
  ))

test('an upload that was given up is gone, and makes room', () =>
  withEdge(async (house) => {
    const scene = await active(house, await house.operator('Ayse'))
    const announced = await announce(scene.customer, placeOf('customer', scene.id), { bytes: pdf() })
    const address = announced.headers.get('location') ?? ''
    await append(scene.customer, address, 0, pdf().slice(0, 9))
    const deleted = await scene.customer.call('DELETE', address, undefined, { headers: tus })
    assert.is(deleted.status, 204)
    assert.is((await ask(scene.customer, address)).status, 404)
    await tend(house)
    assert.is(await house.edge.files.size(address.split('/').at(-1) ?? ''), null)
  }))

test('an upload that nobody goes on with for a day is cleared away; one of today is not', () =>
  withEdge(async (house) => {
    const scene = await active(house, await house.operator('Ayse'))
    const place = placeOf('customer', scene.id)
    const old = await announce(scene.customer, place, { bytes: pdf() })
    house.pass(23 * 3_600_000)
    const young = await announce(scene.customer, place, { bytes: pdf() })
    house.pass(2 * 3_600_000)
    await tend(house)
    await tend(house)
    const sizes = [old, young].map((one) =>
      house.edge.files.size(one.headers.get('location')?.split('/').at(-1) ?? ''),
    )
    assert.equal(await Promise.all(sizes), [null, 0])
  }))

test('what was still on its way when the conversation ended is shared with nobody', () =>
  withEdge(async (house) => {
    const scene = await active(house, await house.operator('Ayse'))
    const place = placeOf('customer', scene.id)
    const announced = await announce(scene.customer, place, { bytes: pdf() })
    const address = announced.headers.get('location') ?? ''
    await append(scene.customer, address, 0, pdf().slice(0, 30))
    done(await scene.customer.post(`${place}/close`))
    const late = await append(scene.customer, address, 30, pdf().slice(30))
    assert.equal([late.status, late.code], [409, 'wrong-state'])
    await comeUntold(house, address.split('/').at(-1) ?? '', pdf().slice(30))
    await tend(house)
    assert.equal(await shared(house), [])
    assert.equal(await rows(house), [{ state: 'cancelled', problem: null }])
    assert.is((await announce(scene.customer, place, { bytes: pdf() })).code, 'wrong-state')
  }))

test('nobody else writes on, asks after, gives up or reads an upload', () =>
  withEdge(async (house) => {
    const ayse = await house.operator('Ayse')
    const bora = await house.operator('Bora')
    const scene = await active(house, ayse)
    const other = await opened(house, ayse)
    const file = { bytes: pdf(), id: crypto.randomUUID() }
    await announce(scene.customer, placeOf('customer', scene.id), file)
    const before = await house.dump()
    const doors = [
      ['another customer', other.customer, placeOf('customer', scene.id)],
      ['another customer, at their own place', other.customer, placeOf('customer', other.id)],
      ['nobody', house.stranger(), placeOf('customer', scene.id)],
      ['a stranger', house.stranger(), placeOf('operator', scene.id)],
      ['a colleague', bora, placeOf('operator', scene.id)],
      ['the other side', ayse, placeOf('operator', scene.id)],
    ] as const
    for (const [who, caller, place] of doors) {
      const address = `${place}/uploads/${file.id}`
      const answers = [
        await announce(caller, place, file),
        await append(caller, address, 0, file.bytes),
        await ask(caller, address),
        await caller.call('DELETE', address, undefined, { headers: tus }),
        await caller.get(`${place}/attachments/${file.id}`),
      ]
      for (const { status } of answers) assert.ok([401, 403, 404].includes(status), `${who}: ${status}`)
    }
    assert.is(await house.dump(), before)
  }))

test('a path in place of an id leads nowhere, and a path as a name is only its last part', () =>
  withEdge(async (house) => {
    const scene = await active(house, await house.operator('Ayse'))
    const place = placeOf('customer', scene.id)
    for (const id of ['..%2f..%2fvisavis.db', '%2e%2e', 'a'.repeat(500), '%00', 'visavis.db']) {
      for (const room of ['uploads', 'attachments']) {
        const answer = await scene.customer.call('GET', `${place}/${room}/${id}`, undefined, { headers: tus })
        assert.is(answer.status, 404, id)
      }
    }
    await upload(scene.customer, place, { bytes: pdf(), name: '../../../etc/passwd.pdf' })
    assert.is((await shared(house))[0]?.data.name, 'passwd.pdf')
  }))

test('an upload comes from our own pages alone, in its own type, in its own protocol', () =>
  withEdge(async (house) => {
    const scene = await active(house, await house.operator('Ayse'))
    const place = placeOf('operator', scene.id)
    const evil = { ...tus, 'upload-length': '9', origin: 'https://evil.example' }
    const foreign = await scene.operator.call('POST', `${place}/uploads`, undefined, { headers: evil })
    assert.is(foreign.status, 403)
    const announced = await announce(scene.operator, place, { bytes: pdf() })
    const address = announced.headers.get('location') ?? ''
    const headers = { ...tus, 'upload-offset': '0', 'content-type': 'text/plain' }
    const plain = await scene.operator.call('PATCH', address, undefined, { raw: pdf(), headers })
    assert.is(plain.status, 415)
    const mute = { 'upload-offset': '0', 'content-type': bytesOf }
    const other = await scene.operator.call('PATCH', address, undefined, { raw: pdf(), headers: mute })
    assert.equal([other.status, other.headers.get('tus-version')], [422, '1.0.0'])
    for (const length of ['', '-1', '1.5', '1e3', 'nine', '9'.repeat(30)]) {
      const answer = await scene.operator.call('POST', `${place}/uploads`, undefined, {
        headers: { ...tus, 'upload-length': length },
      })
      assert.is(answer.code, 'invalid-input', length)
    }
  }))

test('a conversation that is over takes no file, and still shows those that it has', () =>
  withEdge(async (house) => {
    const scene = await closed(house, await house.operator('Ayse'))
    const answer = await upload(scene.operator, placeOf('operator', scene.id), { bytes: pdf() })
    assert.is(answer.code, 'wrong-state')
  }))

test.run()
