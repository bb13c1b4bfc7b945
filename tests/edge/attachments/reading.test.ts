// not on workerd: there is no disk
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import type { Caller } from '../../support/caller.ts'
import { type TestEdge, withEdge } from '../../support/house.ts'
import { exifSegment, jpeg, pdf, png, text } from '../../support/sample-files.ts'
import { active, archived, done, type Scene } from '../../support/scenes.ts'
import { placeOf, upload } from '../../support/uploads.ts'

const words = text('0123456789'.repeat(100))

async function sent(scene: Scene, bytes: Uint8Array<ArrayBuffer>, name = 'file') {
  const { id, status } = await upload(scene.customer, placeOf('customer', scene.id), { bytes, name })
  assert.is(status, 204)
  return `${placeOf('operator', scene.id)}/attachments/${id}`
}

async function withFile(
  bytes: Uint8Array<ArrayBuffer>,
  name: string,
  work: (
    read: (headers?: Record<string, string>) => Promise<Response>,
    house: TestEdge,
    scene: Scene,
  ) => Promise<void>,
) {
  await withEdge(async (house) => {
    const scene = await active(house, await house.operator('Ayse'))
    const path = await sent(scene, bytes, name)
    await work((headers = {}) => scene.operator.send('GET', path, undefined, { headers }), house, scene)
  })
}

const ranges: [string, number, string | null, string][] = [
  ['bytes=0-9', 206, 'bytes 0-9/1000', '0123456789'],
  ['bytes=5-5', 206, 'bytes 5-5/1000', '5'],
  ['bytes=995-', 206, 'bytes 995-999/1000', '56789'],
  ['bytes=-3', 206, 'bytes 997-999/1000', '789'],
  ['bytes=998-5000', 206, 'bytes 998-999/1000', '89'],
  ['bytes=-5000', 206, 'bytes 0-999/1000', '0123456789'.repeat(100)],
  ['bytes=1000-', 416, 'bytes */1000', ''],
  ['bytes=-0', 416, 'bytes */1000', ''],
  ['bytes=9-5', 200, null, '0123456789'.repeat(100)],
  ['bytes=0-1,5-6', 200, null, '0123456789'.repeat(100)],
  ['lines=0-1', 200, null, '0123456789'.repeat(100)],
  ['bytes=', 200, null, '0123456789'.repeat(100)],
  ['bytes=a-b', 200, null, '0123456789'.repeat(100)],
]
test('ranges are answered as RFC 9110 has it', () =>
  withFile(words, 'words.txt', async (read) => {
    for (const [range, status, contentRange, content] of ranges) {
      const answer = await read({ range })
      assert.equal([answer.status, answer.headers.get('content-range')], [status, contentRange], range)
      assert.is(await answer.text(), content, range)
      if (status !== 416) assert.is(answer.headers.get('content-length'), String(content.length))
    }
  }))

test('a range of what has changed since is all of it, and what is known already is not sent again', () =>
  withFile(words, 'words.txt', async (read) => {
    const first = await read()
    const etag = first.headers.get('etag') ?? ''
    assert.is((await first.arrayBuffer()).byteLength, 1_000)
    assert.is((await read({ range: 'bytes=0-1', 'if-range': '"other"' })).status, 200)
    assert.is((await read({ range: 'bytes=0-1', 'if-range': etag })).status, 206)
    const known = await read({ 'if-none-match': etag })
    assert.equal([known.status, await known.text()], [304, ''])
  }))

test('a document is saved under its own name, in any script, and never opened as a page', () =>
  withFile(pdf(), 'Sözleşme "2026" 漢.pdf', async (read) => {
    const { headers } = await read()
    assert.is(headers.get('content-type'), 'application/pdf')
    assert.is(
      headers.get('content-disposition'),
      `attachment; filename="S_zle_me 2026 _.pdf"; filename*=UTF-8''S%C3%B6zle%C5%9Fme%202026%20%E6%BC%A2.pdf`,
    )
    assert.is(headers.get('x-content-type-options'), 'nosniff')
    assert.is(headers.get('content-security-policy'), "default-src 'none'; sandbox")
    assert.match(headers.get('cache-control') ?? '', /^private,/)
    assert.is(headers.get('access-control-allow-origin'), null)
  }))

test('a photo is shown in place, in the type that its content has', () =>
  withFile(png(3, 2), 'photo.jpg', async (read) => {
    const { headers } = await read()
    assert.is(headers.get('content-type'), 'image/png')
    assert.match(headers.get('content-disposition') ?? '', /^inline; filename="photo.png"/)
  }))

test('the place is out of a photo before anybody reads it', () =>
  withFile(jpeg(exifSegment()), 'photo.jpg', async (read) => {
    const content = Buffer.from(await (await read()).arrayBuffer()).toString('latin1')
    assert.match(content, /Exif/)
    assert.not.match(content, /PLACE|SN7/)
  }))

test('whoever may read the conversation may read its files; a stranger cannot tell that there are any', () =>
  withEdge(async (house) => {
    const [ayse, bora, cem] = await Promise.all(['Ayse', 'Bora', 'Cem'].map((name) => house.operator(name)))
    if (!ayse || !bora || !cem) throw new Error('nobody came')
    const departmentId = await house.department('Sales', [ayse, bora])
    const scene = await active(house, ayse, { departmentId, operatorId: ayse.id })
    const path = await sent(scene, pdf())
    const own = path.replace('conversations', 'visits')
    const read = async (who: Caller, at = path) => (await who.get(at)).status
    assert.equal([await read(ayse), await read(bora), await read(cem)], [200, 200, 404])
    assert.equal([await read(scene.customer, own), await read(house.stranger(), own)], [200, 404])
    assert.is(await read(house.stranger()), 401)
    const other = await active(house, bora)
    assert.is(await read(ayse, path.replace(scene.id, other.id)), 404)
    assert.is(await read(ayse, path.replace(/[^/]+$/, crypto.randomUUID())), 404)
  }))

test('files stay with a conversation that is filed, and it is found by their names', () =>
  withEdge(async (house) => {
    const ayse = await house.operator('Ayse')
    await archived(house, ayse)
    const scene = await active(house, ayse)
    const path = await sent(scene, pdf(), 'Garanti-belgesi_2026.pdf')
    done(await ayse.post(`/api/conversations/${scene.id}/archive`, { reason: 'resolved' }))
    assert.is((await ayse.get(path)).status, 200)
    const found = await ayse.get<{ conversations: { id: string; excerpt: string }[] }>(
      '/api/archive?q=belgesi',
    )
    assert.equal(
      found.body.conversations.map(({ id, excerpt }) => [id, excerpt]),
      [[scene.id, 'Garanti-«belgesi»_2026.pdf']],
    )
  }))

test.run()
