import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { formatFileSize } from '../../../../pwa/conversation/attachments/file-size.ts'
import { prepareFile } from '../../../../pwa/conversation/attachments/prepare-file.ts'
import { shownSize } from '../../../../pwa/conversation/attachments/shown-size.ts'
import { problemIn } from '../../../../pwa/conversation/attachments/upload.ts'
import { EdgeError } from '../../../../pwa/platform/edge-error.ts'
import { exifSegment, jpeg, pdf } from '../../../support/sample-files.ts'

test('sizes are said as people say them, in their language', () => {
  assert.is(formatFileSize(12, 'en'), '1 kB')
  assert.is(formatFileSize(345_678, 'en'), '346 kB')
  assert.is(formatFileSize(3_456_789, 'en'), '3.5 MB')
  assert.is(formatFileSize(3_456_789, 'tr'), '3,5 MB')
  assert.is(formatFileSize(200_000_000, 'en'), '200 MB')
})

const sized = (width: number | null, height: number | null) => shownSize({ width, height } as never)

test('the room of a picture has its shape, and stays within the log', () => {
  assert.equal(sized(2_800, 1_400), { width: 280, height: 140 })
  assert.equal(sized(1_000, 4_000), { width: 80, height: 320 })
  assert.equal(sized(100, 50), { width: 100, height: 50 })
  assert.equal(sized(null, null), { width: 280, height: 158 })
})

test('a photo leaves the device without the place where it was taken', async () => {
  const photo = new File([jpeg(exifSegment())], 'IMG_1.JPG', { type: 'image/jpeg' })
  const prepared = await prepareFile(photo)
  assert.ok(!('problem' in prepared))
  const said = Buffer.from(await prepared.file.arrayBuffer()).toString('latin1')
  assert.is(prepared.file.size, photo.size)
  assert.match(said, /Exif/)
  assert.not.match(said, /PLACE|SN7/)
})

test('what has nothing to hide leaves as it is, under a name that tells the truth', async () => {
  const prepared = await prepareFile(new File([pdf()], 'paper.exe'))
  assert.ok(!('problem' in prepared))
  assert.equal(
    [prepared.name, prepared.kind, prepared.file.size],
    ['paper.exe.pdf', 'document', pdf().length],
  )
})

test('a file that is too large is not even looked at', async () => {
  const file = { size: 200 * 1024 * 1024 + 1, name: 'film.mp4', slice: () => assert.unreachable() }
  assert.equal(await prepareFile(file as unknown as File), { problem: 'too-large' })
})

test('what passes by itself is no problem; what would be refused again is', () => {
  const answered = (status: number, code = '', details = {}) => new EdgeError(code, status, '', details)
  for (const status of [0, 429, 500, 503]) assert.is(problemIn(answered(status), true), null)
  assert.is(problemIn(answered(415, 'wrong-kind', { problem: 'heic' }), true), 'heic')
  assert.is(problemIn(answered(404), true), 'over')
  assert.is(problemIn(answered(409, 'wrong-state'), true), null)
  assert.is(problemIn(answered(409, 'wrong-state'), false), 'over')
  assert.is(problemIn(new TypeError('x'), true), 'fault')
})

test.run()
