import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { type MediaType, nameFor, readFileName } from '../../edge/domain/attachment.ts'
import { judgeFile } from '../../edge/domain/files/judge-file.ts'
import { boxesIn } from '../../edge/domain/files/movie-boxes.ts'
import { privateParts } from '../../edge/domain/files/private-parts.ts'
import { orientationIn } from '../../edge/domain/files/tiff.ts'
import {
  box,
  docx,
  exifSegment,
  exifWithPlace,
  ftyp,
  iptcSegment,
  joined,
  jpeg,
  movieWithPlace,
  noise,
  odt,
  pdf,
  png,
  text,
  webp,
  xmpSegment,
  zip,
} from '../support/sample-files.ts'

const reading = (bytes: Uint8Array) => async (at: number, length: number) => bytes.slice(at, at + length)
const judge = (bytes: Uint8Array, name = 'a') => judgeFile(reading(bytes), bytes.length, name)

const taken: [string, Uint8Array, string, string][] = [
  ['a JPEG', jpeg(), 'photo', 'image/jpeg'],
  ['a PNG', png(3, 2), 'photo', 'image/png'],
  ['a WebP', webp(), 'photo', 'image/webp'],
  ['a GIF', joined('GIF89a', [3, 0, 2, 0], [0, 0, 0, 0x3b]), 'photo', 'image/gif'],
  ['an MP4', ftyp('isom'), 'video', 'video/mp4'],
  ["an iPhone's film", ftyp('qt  '), 'video', 'video/quicktime'],
  [
    'a WebM',
    joined([0x1a, 0x45, 0xdf, 0xa3, 0x87, 0x42, 0x82, 0x84], 'webm', noise(80)),
    'video',
    'video/webm',
  ],
  ['a PDF', pdf(), 'document', 'application/pdf'],
  [
    'a Word document',
    docx(),
    'document',
    'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  ],
  ['an OpenDocument text', odt(), 'document', 'application/vnd.oasis.opendocument.text'],
  ['a text', text('Merhaba dünya,\n\tiyi günler.\n'), 'document', 'text/plain'],
]
for (const [what, bytes, kind, type] of taken) {
  test(`${what} is taken for what it is, whatever it is called`, async () => {
    for (const name of ['a', 'virus.exe', 'page.html', 'photo.jpg']) {
      const verdict = await judge(bytes, name)
      assert.ok(!('problem' in verdict), JSON.stringify(verdict))
      assert.equal([verdict.kind, verdict.type], [kind, type])
    }
  })
}

test('a table is a text that says so in its name', async () => {
  const verdict = await judge(text('a;b\n1;2\n'), 'Table.CSV')
  assert.is('type' in verdict && verdict.type, 'text/csv')
})

const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
const refused: [string, Uint8Array, string][] = [
  ['an empty file', joined(), 'empty'],
  ['an SVG with a script', text(svg), 'wrong-kind'],
  ['an SVG behind blanks and a prologue', text(`\n \n<?xml version="1.0"?>${svg}`), 'wrong-kind'],
  ['an SVG behind words', text(`Hello\n${svg}`), 'wrong-kind'],
  ['an SVG behind a byte order mark', joined([0xef, 0xbb, 0xbf], svg), 'wrong-kind'],
  ['a page', text('<!DOCTYPE html><script>alert(1)</script>'), 'wrong-kind'],
  ['a shell script', text('#!/bin/sh\nrm -rf /\n'), 'wrong-kind'],
  ['a Windows program', joined('MZ', noise(500)), 'wrong-kind'],
  ['a Linux program', joined('\x7fELF', noise(500)), 'wrong-kind'],
  ['an archive', zip({ 'a.txt': 'a' }), 'wrong-kind'],
  [
    'an archive that is called by a mimetype',
    zip({ 'a.txt': '', mimetype: 'application/epub' }),
    'wrong-kind',
  ],
  ['a Word document with macros', docx({ 'word/vbaProject.bin': 'x' }), 'wrong-kind'],
  ['a zip whose list of contents is missing', docx().slice(0, 60), 'wrong-kind'],
  ['a zip whose list lies about its place', docx().fill(0xff, -10, -2), 'wrong-kind'],
  ['a text with a NUL', text('abc\0def'), 'wrong-kind'],
  ['a text that is no UTF-8', joined('caf', [0xe9]), 'wrong-kind'],
  ['a text that breaks off within a letter', text('ş').slice(0, 1), 'wrong-kind'],
  ['an iPhone photo', ftyp('heic'), 'heic'],
  ['half a JPEG', jpeg().slice(0, 30), 'damaged'],
  ['a PNG of nothing but its signature', png(3, 2).slice(0, 12), 'damaged'],
  ['a PNG without width', png(0, 5), 'damaged'],
  ['a PNG of 30,000 by 30,000 pixels in a few bytes', png(30_000, 30_000), 'picture-too-large'],
  ['a GIF of four billion pixels', joined('GIF89a', [255, 255, 255, 255], noise(20)), 'picture-too-large'],
  ['a Matroska film', joined([0x1a, 0x45, 0xdf, 0xa3, 0x8b, 0x42, 0x82, 0x88], 'matroska'), 'wrong-kind'],
]
for (const [what, bytes, problem] of refused) {
  test(`${what} is refused, whatever it is called`, async () => {
    for (const name of ['a', 'photo.jpg', 'notes.txt', 'paper.pdf']) {
      assert.equal(await judge(bytes, name), { problem })
    }
  })
}

test('NUL is found at the very end of a long text too', async () => {
  const long = text('a'.repeat(700_000))
  assert.ok('type' in (await judge(long)))
  long[long.length - 1] = 0
  assert.equal(await judge(long), { problem: 'wrong-kind' })
})

test('a letter that lies across two windows is a letter', async () => {
  assert.ok('type' in (await judge(text(`${'a'.repeat(256 * 1024 - 1)}ş${'b'.repeat(50)}`))))
})

test('pictures say how large they are shown: turned ones are turned', async () => {
  const sizeOf = async (bytes: Uint8Array) => {
    const verdict = await judge(bytes)
    return 'problem' in verdict ? verdict.problem : [verdict.width, verdict.height]
  }
  assert.equal(await sizeOf(png(30, 20)), [30, 20])
  assert.equal(await sizeOf(webp()), [100, 50])
  assert.equal(await sizeOf(jpeg()), [16, 16])
})

async function cleaned(type: MediaType, bytes: Uint8Array) {
  const after = bytes.slice()
  for (const patch of await privateParts(type, reading(bytes), bytes.length)) after.set(patch.bytes, patch.at)
  return after
}
const said = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1')
const secrets = /PLACE|SN7|GPSLatitude|\xa9xyz.{4}\+|com\.apple/

const pictures: [MediaType, Uint8Array][] = [
  ['image/jpeg', joined(jpeg(exifSegment(), xmpSegment(), iptcSegment()), jpeg(exifSegment()))],
  ['image/png', png(3, 2, ['eXIf', exifWithPlace()], ['iTXt', text('XML:com.adobe.xmp\0\0\0\0\0PLACE')])],
  ['image/webp', webp(['EXIF', exifWithPlace()], ['XMP ', text('PLACE')])],
  ['video/mp4', movieWithPlace('isom')],
  ['video/quicktime', movieWithPlace('qt  ')],
]
for (const [type, bytes] of pictures) {
  test(`of an ${type} place, time and camera go; it stays the picture that it was`, async () => {
    assert.match(said(bytes), secrets)
    const after = await cleaned(type, bytes)
    assert.not.match(said(after), secrets)
    assert.is(after.length, bytes.length)
    const [before, now] = [await judge(bytes), await judge(after)]
    assert.equal(now, before)
    assert.ok('type' in now)
    assert.equal(await cleaned(type, after), after, 'cleaned again it stays as it is')
  })
}

test('how a photo is turned is kept', async () => {
  for (const orientation of [1, 3, 6, 8]) {
    const after = await cleaned('image/jpeg', jpeg(exifSegment(orientation)))
    const at = said(after).indexOf('Exif\0\0') + 6
    assert.is(orientationIn(after.slice(at)), orientation)
  }
})

test('a photo without anything private is left alone', async () => {
  assert.equal(await privateParts('image/jpeg', reading(jpeg()), jpeg().length), [])
})

test('EXIF that lies about its own length or places does not trip the search', async () => {
  for (let cut = 0; cut < 80; cut++) {
    const broken = joined(jpeg(exifSegment()).slice(0, 20 + cut), noise(200))
    await cleaned('image/jpeg', broken)
    await judge(broken)
  }
})

const names: [string, string][] = [
  ['photo.jpg', 'photo.jpg'],
  ['../../etc/passwd', 'passwd'],
  ['C:\\Users\\a\\b.pdf', 'b.pdf'],
  ['a\u202egpj.exe', 'agpj.exe'],
  ['a\0b\r\nc.txt', 'abc.txt'],
  ['', 'file'],
  ['..', 'file'],
  ['.htaccess', 'htaccess'],
  [' Rapor  2026 .pdf ', 'Rapor 2026 .pdf'],
  ['Çağrı özeti.pdf', 'Çağrı özeti.pdf'],
  ['<b>"x"|?*.pdf', 'bx.pdf'],
]
for (const [given, kept] of names) {
  test(`the name ${JSON.stringify(given)} is kept as ${JSON.stringify(kept)}`, () => {
    assert.is(readFileName(given), kept)
  })
}

test('a name that is too long keeps its ending', () => {
  assert.match(readFileName(`${'a'.repeat(5_000)}.pdf`), /^a{116}\.pdf$/)
})

test('an ending tells the truth', () => {
  assert.is(nameFor('invoice.exe', 'application/pdf'), 'invoice.exe.pdf')
  assert.is(nameFor('photo.png', 'image/jpeg'), 'photo.jpg')
  assert.is(nameFor('photo.JPEG', 'image/jpeg'), 'photo.JPEG')
  assert.is(nameFor('IMG_1.HEIC', 'image/jpeg'), 'IMG_1.jpg')
  assert.is(nameFor('run.bat', 'text/plain'), 'run.bat.txt')
  assert.is(nameFor('file', 'video/mp4'), 'file.mp4')
})

test('of a movie nothing but the telling boxes changes, and they are free space afterwards', async () => {
  const bytes = movieWithPlace('isom')
  const after = await cleaned('video/mp4', bytes)
  assert.equal(await judge(after), { type: 'video/mp4', kind: 'video', width: 48, height: 64 })
  const kept = said(bytes).indexOf('moov')
  assert.is(said(after).slice(0, kept), said(bytes).slice(0, kept))
  const boxes = async (of: Uint8Array) => {
    const found: string[] = []
    for await (const { name, end } of boxesIn(reading(of), 0, of.length)) found.push(`${name} ${end}`)
    return found
  }
  assert.equal(
    await boxes(after),
    (await boxes(bytes)).map((one) => one.replace('uuid', 'free')),
  )
})

test('a movie whose boxes lie about their length gives away no more, and takes no longer', async () => {
  const telling = joined([0xff, 0xff, 0xff, 0xff], 'udta', box('\xa9xyz', 'PLACE'))
  for (const bytes of [
    joined(ftyp('isom'), telling),
    joined(ftyp('isom'), [0, 0, 0, 0], 'moov', telling),
    joined(ftyp('isom'), [0, 0, 0, 0], 'udta', 'PLACE'),
  ]) {
    assert.not.match(said(await cleaned('video/mp4', bytes)), secrets)
  }
  for (const length of [0, 1, 7]) {
    const broken = joined(ftyp('isom'), [0, 0, 0, length], 'wide', [0, 0, 0, 0, 0, 0, 0, 3])
    assert.is((await cleaned('video/mp4', broken)).length, broken.length)
  }
})

test('a movie of boxes within boxes, or of tiny ones alone, is given up in time', async () => {
  const nested = joined(ftyp('isom'), ...new Array<Uint8Array>(30_000).fill(joined([0, 0, 0, 0], 'moov')))
  const many = joined(
    ftyp('isom'),
    new Uint8Array(8 * 200_000).map((_, at) => (at % 8 === 3 ? 8 : 0)),
  )
  for (const bytes of [nested, many]) assert.is((await cleaned('video/mp4', bytes)).length, bytes.length)
})

test('a movie that was emptied by half is emptied to the end', async () => {
  const half = joined(ftyp('isom'), box('moov', box('free', box('\xa9xyz', 'PLACE'))))
  assert.not.match(said(await cleaned('video/mp4', half)), secrets)
})

test.run()
