// time-out: 300 s
// Two who chat send each other files. It is one walk: each test begins where the one before ended.
import { mkdtemp, rm, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { attachmentLimits } from '../../edge/domain/attachment.ts'
import { barriersOn } from '../support/accessibility.ts'
import { closeBrowsers } from '../support/browsers.ts'
import { addFiles, fileOf } from '../support/choose-files.ts'
import type { CustomerPage } from '../support/customer-page.ts'
import { recordFilm } from '../support/film.ts'
import { invite } from '../support/invite.ts'
import { type OpenHouse, openHouse } from '../support/open-house.ts'
import type { OperatorPage } from '../support/operator-page.ts'
import { startS3 } from '../support/s3/start-s3.ts'
import { bmp, exifSegment, ftyp, jpeg, noise, pdf, png, text } from '../support/sample-files.ts'
import { tellStory } from '../support/story.ts'
import { until, untilTrue } from '../support/until.ts'
import { walkIn } from '../support/walk.ts'

test.after(closeBrowsers)
const chat = tellStory(test)
let operator: OperatorPage
let customer: CustomerPage
/** What lay in the chat before: each test counts from there. */
let before = 0

type Side = OperatorPage | CustomerPage
// What these tests ask of the elements; the page's own types are not the tests'.
interface Picture {
  naturalWidth: number
}
interface Film {
  currentTime: number
  readyState: number
  seeking: boolean
  play(): Promise<void>
  pause(): void
}
const large = (name: string, size = 6_000_000) => fileOf(name, 'video/mp4', noise(size, ftyp('isom')))

chat(
  'a photo, a film and a document of the customer: seen, enlarged, played and saved by the operator',
  async (people) => {
    ;[operator, customer] = await people.chat()
    const film = await recordFilm(customer.page)
    const ranges: string[] = []
    operator.page.on('response', (answer) => {
      if (answer.status() === 206) ranges.push(answer.headers()['content-range'] ?? '')
    })
    await addFiles(customer, 'Photos and videos', [
      fileOf('holiday.jpg', 'image/jpeg', jpeg(exifSegment(1))),
      fileOf('leak.webm', 'video/webm', film),
    ])
    await addFiles(customer, 'Documents', [fileOf('Fatura.pdf', 'application/pdf', pdf())])
    for (const side of [operator, customer]) {
      await arrived(side, 3)
      await trayOf(side).waitFor({ state: 'detached' })
    }
    const { page } = operator

    const photo = page.getByRole('button', { name: 'Open photo holiday.jpg' })
    const image = photo.locator('img')
    await untilTrue('the photo is there', () =>
      image.evaluate((img) => (img as unknown as Picture).naturalWidth === 16),
    )
    await photo.click()
    const lightbox = page.locator('.pswp')
    await lightbox.locator('img.pswp__img').first().waitFor()
    assert.is(
      await lightbox.getByRole('link', { name: 'Save photo' }).getAttribute('download'),
      'holiday.jpg',
    )
    await page.keyboard.press('Escape')
    await lightbox.waitFor({ state: 'detached' })
    await until(page, `document.activeElement?.getAttribute('aria-label') === 'Open photo holiday.jpg'`)

    const video = page.locator('video[aria-label="leak.webm"]')
    await untilTrue('it is fetched by ranges', () => ranges.some((range) => range.startsWith('bytes 0-')))
    await video.evaluate((element) => (element as unknown as Film).play())
    await untilTrue('it plays', () =>
      video.evaluate((element) => (element as unknown as Film).currentTime > 0.2),
    )
    await video.evaluate((element) => {
      const film = element as unknown as Film
      film.pause()
      film.currentTime = 1.5
    })
    await untilTrue('it is searched', () =>
      video.evaluate((element) => {
        const { seeking, readyState, currentTime } = element as unknown as Film
        return !seeking && readyState > 1 && Math.abs(currentTime - 1.5) < 0.1
      }),
    )

    const saving = page.waitForEvent('download')
    await page.getByRole('link', { name: 'Download Fatura.pdf' }).click()
    const saved = await saving
    assert.is(saved.suggestedFilename(), 'Fatura.pdf')
    const chunks: Buffer[] = []
    for await (const chunk of await saved.createReadStream()) chunks.push(chunk as Buffer)
    assert.ok(Buffer.concat(chunks).equals(Buffer.from(pdf())))
  },
)

chat('a photo in a format of its own is turned into one that everybody can see', async () => {
  await addFiles(customer, 'Photos and videos', [fileOf('scan.bmp', 'image/bmp', bmp())])
  const image = operator.page.getByRole('button', { name: 'Open photo scan.jpg' }).locator('img')
  await image.waitFor()
  await untilTrue('it is there', () =>
    image.evaluate((img) => (img as unknown as Picture).naturalWidth === 8),
  )
})

chat(
  'neither the tray nor the menu nor the lightbox keeps anybody out, and a long name does not widen a phone',
  async () => {
    await begins()
    await addFiles(customer, 'Photos and videos', [fileOf('a.png', 'image/png', png(800, 600))])
    await arrived(operator, 1)
    await holdsUploads(customer)
    const long = `${'a-name-that-goes-on-'.repeat(5)}.mp4`
    await addFiles(customer, 'Photos and videos', [
      large(long),
      fileOf('iphone.heic', 'image/heic', ftyp('heic')),
    ])
    await trayOf(customer).getByText('This photo is in Apple’s HEIC format').waitFor()
    const { page } = customer
    assert.is(await page.evaluate('document.documentElement.scrollWidth <= innerWidth'), true)
    const send = await customer.button('Send message').boundingBox()
    assert.ok(send && send.x + send.width <= 390, JSON.stringify(send))
    await customer.button('Add files').click()
    await page.getByRole('menuitem', { name: 'Documents' }).waitFor()
    assert.equal(await barriersOn(page, 'tray and menu'), [])
    await operator.page.getByRole('button', { name: 'Open photo a.png' }).click()
    await operator.page.locator('.pswp img.pswp__img').first().waitFor()
    assert.equal(await barriersOn(operator.page, 'lightbox'), [])
    await closesPhoto(operator)
    await page.keyboard.press('Escape')
    await trayOf(customer)
      .getByRole('button', { name: `Cancel ${long}` })
      .click()
    await trayOf(customer).getByRole('button', { name: 'Dismiss iphone.heic' }).click()
    await trayOf(customer).waitFor({ state: 'detached' })
    await page.unroute('**/uploads/*')
  },
)

chat(
  'files of the operator reach the customer, and go on while the operator looks at something else',
  async () => {
    await begins()
    const gate = await holdsUploads(operator)
    await addFiles(operator, 'Photos and videos', [
      fileOf('plan.png', 'image/png', png(60, 40)),
      large('film.mp4'),
    ])
    await trayOf(operator).getByText('film.mp4').waitFor()
    await operator.goesTo('Archive')
    gate.open()
    await arrived(customer, 2)
    await customer.page.getByRole('button', { name: 'Open photo plan.png' }).click()
    await customer.page.locator('.pswp img.pswp__img').first().waitFor()
    await closesPhoto(customer)
    await operator.page.unroute('**/uploads/*')
    await operator.goesTo('Conversations')
    await operator.opens('Cem Yılmaz')
  },
)

chat('an upload outlives a reload in the middle, and sends what was missing alone', async () => {
  await begins()
  await breaksUploadsAfterFirst(customer)
  await addFiles(customer, 'Photos and videos', [large('long.mp4', 20_000_000)])
  await trayOf(customer).getByText('No connection').waitFor()
  await customer.page.unroute('**/uploads/*')
  const pieces = countsPieces(customer)
  await customer.page.reload()
  await arrived(operator, 1)
  assert.ok(pieces.length > 0 && pieces.every((offset) => offset >= 8_000_000), `went on at ${pieces}`)
  await arrived(customer, 1)
  await trayOf(customer).waitFor({ state: 'detached' })
  await customer.page.reload()
  await arrived(customer, 1)
  assert.is(await trayOf(customer).count(), 0)
})

chat('an upload goes on by itself after the connection was lost', async () => {
  await begins()
  const gate = await holdsUploads(customer)
  await addFiles(customer, 'Photos and videos', [large('long.mp4')])
  await trayOf(customer).getByRole('progressbar', { name: 'Sending long.mp4' }).waitFor()
  await customer.page.context().setOffline(true)
  gate.open()
  await trayOf(customer).getByText('No connection').waitFor()
  await customer.page.context().setOffline(false)
  await arrived(operator, 1)
  await trayOf(customer).waitFor({ state: 'detached' })
  await customer.page.unroute('**/uploads/*')
})

chat('what cannot be sent says why and can be put away; what is given up is gone', async () => {
  await begins()
  const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
  await addFiles(customer, 'Photos and videos', [
    fileOf('drawing.svg', 'image/svg+xml', text(svg)),
    fileOf('lie.png', 'image/png', noise(4_000)),
    fileOf('nothing.jpg', 'image/jpeg', text('')),
    fileOf('iphone.heic', 'image/heic', ftyp('heic')),
    fileOf('bomb.png', 'image/png', png(30_000, 30_000)),
  ])
  const tray = trayOf(customer)
  for (const sentence of [
    'This file is empty.',
    'This photo is in Apple’s HEIC format',
    'This picture has too many pixels',
  ]) {
    await tray.getByText(sentence).waitFor()
  }
  assert.is(await tray.getByText('This kind of file cannot be sent.').count(), 2)
  for (const name of ['drawing.svg', 'lie.png', 'nothing.jpg', 'iphone.heic', 'bomb.png']) {
    await tray.getByRole('button', { name: `Dismiss ${name}` }).click()
  }
  await tray.waitFor({ state: 'detached' })

  await withSparseFile('endless.mp4', attachmentLimits.file + 1, async (path) => {
    await addFiles(customer, 'Photos and videos', path)
    await tray.getByText('This file is larger than 200 MB.').waitFor()
    await tray.getByRole('button', { name: 'Dismiss endless.mp4' }).click()
    await tray.waitFor({ state: 'detached' })
  })

  const gate = await holdsUploads(customer)
  await addFiles(customer, 'Photos and videos', [large('no.mp4')])
  await tray.getByRole('button', { name: 'Cancel no.mp4' }).click()
  await tray.waitFor({ state: 'detached' })
  gate.open()
  await customer.says('After it')
  await operator.reads('After it')
  assert.is((await shared(operator)).length, before)
  await customer.page.unroute('**/uploads/*')
})

chat('fifty files at once: the page stays quick, and all of them arrive', async () => {
  await begins()
  const names = Array.from({ length: 50 }, (_, place) => `page ${place + 1}.png`)
  await customer.page.evaluate(watchLongTasks)
  await addFiles(
    customer,
    'Photos and videos',
    names.map((name, place) => fileOf(name, 'image/png', png(800, 600 + place))),
  )
  await customer.says('Here they come')
  await operator.reads('Here they come')
  await arrived(operator, 50)
  // Against how long all of it took, since machines differ: at one go it would be most of that.
  const [longest, whole] = (await customer.page.evaluate(
    '[window.longestTask, performance.now() - window.watchedFrom]',
  )) as [number, number]
  assert.ok(longest < whole / 4, `the page stood still for ${longest} of ${whole} ms`)
  await trayOf(customer).waitFor({ state: 'detached' })
})

chat('the plus works by keyboard: arrows move, Escape closes and gives the focus back', async () => {
  const { page } = operator
  await operator.button('Add files').focus()
  await page.keyboard.press('Enter')
  await page.getByRole('menuitem', { name: 'Photos and videos' }).waitFor()
  await until(page, `document.activeElement?.textContent === 'Photos and videos'`)
  await page.keyboard.press('ArrowDown')
  await until(page, `document.activeElement?.textContent === 'Documents'`)
  await page.keyboard.press('ArrowDown')
  await until(page, `document.activeElement?.textContent === 'Photos and videos'`)
  await page.keyboard.press('Escape')
  await until(page, `document.activeElement?.getAttribute('aria-label') === 'Add files'`)
})

chat('a job that rings while a photo is open comes over it', async (people) => {
  const { page } = operator
  await addFiles(customer, 'Photos and videos', [fileOf('last.png', 'image/png', png(800, 600))])
  await page.getByRole('button', { name: 'Open photo last.png' }).click()
  await page.locator('.pswp img.pswp__img').first().waitFor()
  for (let tab = 0; tab < 8; tab++) await page.keyboard.press('Tab')
  await until(page, `document.activeElement?.closest('.pswp') !== null`)
  const next = await invite(people.admin, { phone: '+905321234568', customerName: 'Deniz' })
  await people.customer(next.link)
  await operator.job.waitFor()
  await page.locator('.pswp').waitFor({ state: 'detached' })
  await until(page, `document.activeElement?.closest('[role=alertdialog]') !== null`)
  await operator.declines()
  await people.leave()
})

test(
  'over a bucket: parts go straight there, also after a reload in the middle, and what arrived is seen and saved',
  walkIn(openHouseOverBucket, async (people, { bucket }) => {
    const [operator, customer] = await people.chat()
    let parts = 0
    await customer.page.route(`${bucket}/**`, (route) =>
      route.request().method() === 'PUT' && parts++ > 0 ? route.abort('connectionreset') : route.continue(),
    )
    await addFiles(customer, 'Photos and videos', [large('long.mp4', 20_000_000)])
    await trayOf(customer).getByText('No connection').waitFor()
    await customer.page.unroute(`${bucket}/**`)
    const sent: number[] = []
    customer.page.on('request', (request) => {
      if (request.method() === 'PUT') sent.push(Number(new URL(request.url()).searchParams.get('partNumber')))
    })
    await customer.page.reload()
    await untilTrue('it has arrived', async () => (await shared(operator)).length === 1)
    assert.is(new Set(sent).size, 3, `of four parts the missing ones alone: ${sent}`)
    await addFiles(customer, 'Photos and videos', [fileOf('holiday.jpg', 'image/jpeg', jpeg(exifSegment(1)))])
    await addFiles(customer, 'Documents', [fileOf('Fatura.pdf', 'application/pdf', pdf())])
    await untilTrue('all three have arrived', async () => (await shared(operator)).length === 3)
    await trayOf(customer).waitFor({ state: 'detached' })
    const image = operator.page.getByRole('button', { name: 'Open photo holiday.jpg' }).locator('img')
    await untilTrue('the photo is there', () =>
      image.evaluate((img) => (img as unknown as Picture).naturalWidth === 16),
    )
    const saving = operator.page.waitForEvent('download')
    await operator.page.getByRole('link', { name: 'Download Fatura.pdf' }).click()
    assert.is((await saving).suggestedFilename(), 'Fatura.pdf')
  }),
)

async function openHouseOverBucket(): Promise<OpenHouse & { bucket: string }> {
  const s3 = await startS3()
  const house = await openHouse(s3.environment)
  const end = async () => {
    await house.end()
    await s3.end()
  }
  return { ...house, bucket: s3.place.endpoint ?? '', end }
}

/** A file of that size that takes no room: whoever reads it finds zeros. */
async function withSparseFile(name: string, size: number, use: (path: string) => Promise<void>) {
  const folder = await mkdtemp(join(tmpdir(), 'visavis-large-'))
  try {
    const path = join(folder, name)
    await writeFile(path, '')
    await truncate(path, size)
    await use(path)
  } finally {
    await rm(folder, { recursive: true })
  }
}

function trayOf({ page }: Side) {
  return page.getByRole('list', { name: 'Files on their way' })
}

async function shared(side: Side): Promise<string[]> {
  return (await side.events()).filter((type) => type === 'attachment.shared')
}

async function begins(): Promise<void> {
  before = (await shared(operator)).length
  await arrived(customer, 0)
}

async function arrived(side: Side, files: number): Promise<void> {
  await untilTrue(`${files} have arrived`, async () => (await shared(side)).length === before + files)
}

async function closesPhoto({ page }: Side): Promise<void> {
  await page.keyboard.press('Escape')
  await page.locator('.pswp').waitFor({ state: 'detached' })
}

/** Bytes wait at the door until it is opened. */
async function holdsUploads({ page }: Side): Promise<{ open(): void }> {
  let open = () => {}
  const opened = new Promise<void>((resolve) => {
    open = resolve
  })
  await page.route('**/uploads/*', async (route) => {
    if (route.request().method() === 'PATCH') await opened
    await route.continue().catch(() => {})
  })
  return { open: () => open() }
}

/** The first piece arrives; then nothing does. */
async function breaksUploadsAfterFirst({ page }: Side): Promise<void> {
  let pieces = 0
  await page.route('**/uploads/*', (route) => {
    if (route.request().method() === 'PATCH' && pieces++ > 0) return route.abort('connectionreset')
    return route.continue()
  })
}

/** The offsets that pieces are sent from, from now on. */
function countsPieces({ page }: Side): number[] {
  const offsets: number[] = []
  page.on('request', (request) => {
    if (request.method() === 'PATCH') offsets.push(Number(request.headers()['upload-offset']))
  })
  return offsets
}

const watchLongTasks = `
  window.longestTask = 0
  window.watchedFrom = performance.now()
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) window.longestTask = Math.max(window.longestTask, duration)
  }).observe({ entryTypes: ['longtask'] })`

test.run()
