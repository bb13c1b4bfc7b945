import { type Browser, chromium, type Page } from 'playwright-core'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import type { Side } from '../../edge/domain/tickets.ts'
import { type CallPage, serveCallPage } from '../support/call-page/serve-call-page.ts'

// Fake devices; and no talk with anybody outside, which Chromium would otherwise begin by itself.
const flags = [
  '--headless=new',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--use-fake-ui-for-media-stream',
  '--use-fake-device-for-media-stream',
]

let served: CallPage
let browser: Browser
let conversation = ''
let count = 0

test.before(async () => {
  served = await serveCallPage()
  browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: flags,
  })
})
test.before.each(() => {
  count += 1
  conversation = `talk${count}`
})
test.after.each(async () => {
  for (const context of browser.contexts()) await context.close()
})
test.after(async () => {
  await browser.close()
  await served.end()
})

test('two people see and hear each other, and no stranger helps', async () => {
  const [operator, customer] = await Promise.all([come('operator', 'c1'), come('customer', 'c1')])
  for (const page of [operator, customer]) {
    await reaches(page, 'connected')
    await hearsAndSees(page)
    assert.is(await page.evaluate('probe.iceServers().length'), 0)
    assert.equal(await page.evaluate('said'), ['alive c1'])
  }
  await pictureOf(customer, 'Operator video')
  await pictureOf(customer, 'Customer video')
})

test('nobody is let in before the edge says that the call is live', async () => {
  const operator = await come('operator', 'c1')
  const customer = await come('customer')
  await customer.evaluate('line.prepare()')
  await until(operator, 'probe.dialled() > 1')
  assert.is(await customer.evaluate('probe.dialled()'), 0)
  await goLive(customer, 'c1')
  await Promise.all([reaches(customer, 'connected'), reaches(operator, 'connected')])
})

test('a customer who refuses the camera hears and sees, and the operator is told', async () => {
  const [operator, customer] = await Promise.all([come('operator', 'c1'), come('customer', 'c1', 'refuses')])
  await reaches(operator, 'connected')
  await hearsAndSees(customer)
  await operator.getByText('No camera').waitFor()
  await customer.getByText('Ada Operator does not see you').waitFor()
  await customer.getByText('are blocked').waitFor()
})

test('a call is up before the permission is given, and the picture follows without a new connection', async () => {
  const [operator, customer] = await Promise.all([
    come('operator', 'c1'),
    come('customer', 'c1', 'grants late'),
  ])
  await reaches(customer, 'connected')
  await operator.getByText('Camera is off').waitFor()
  await until(customer, `typeof grant === 'function'`)
  await customer.evaluate('grant()')
  await operator.getByText('Camera is off').waitFor({ state: 'detached' })
  await hearsAndSees(operator)
  assert.is(await customer.evaluate('probe.dialled()'), 1)
})

test('without a camera the microphone is enough', async () => {
  const [operator, customer] = await Promise.all([
    come('operator', 'c1'),
    come('customer', 'c1', 'has only a microphone'),
  ])
  await customer.getByText('No camera was found').waitFor()
  await operator.getByText('No camera').waitFor()
  await until(operator, 'probe.received().then(({ sound }) => sound > 20)')
  assert.equal(await customer.evaluate('probe.lights()'), ['audio'])
})

test('a camera that is off is dark, the other side is told, and it comes back', async () => {
  const [operator, customer] = await Promise.all([come('operator', 'c1'), come('customer', 'c1')])
  await reaches(operator, 'connected')
  await hearsAndSees(operator)
  await customer.getByRole('button', { name: 'Turn camera off' }).click()
  assert.equal(await customer.evaluate('probe.lights()'), ['audio'])
  await operator.getByText('Camera is off').waitFor()
  await customer.getByRole('button', { name: 'Mute microphone' }).click()
  await operator.getByText('Microphone is off').waitFor()
  await customer.getByRole('button', { name: 'Turn camera on' }).click()
  await operator.getByText('Camera is off').waitFor({ state: 'detached' })
  await hearsAndSees(operator)
  assert.is(await operator.evaluate('probe.dialled()'), 1)
})

for (const side of ['customer', 'operator'] as const) {
  test(`a call comes back after the ${side} loads the page again`, async () => {
    const [operator, customer] = await Promise.all([come('operator', 'c1'), come('customer', 'c1')])
    await Promise.all([reaches(operator, 'connected'), reaches(customer, 'connected')])
    await (side === 'customer' ? customer : operator).reload()
    await Promise.all([hearsAndSees(operator), hearsAndSees(customer)])
    await Promise.all([reaches(operator, 'connected'), reaches(customer, 'connected')])
  })
}

test('a customer whose browser was killed is missed, and welcome back', async () => {
  const [operator, customer] = await Promise.all([come('operator', 'c1'), come('customer', 'c1')])
  await reaches(operator, 'connected')
  const tools = await customer.context().newCDPSession(customer)
  tools.send('Page.crash').catch(() => {})
  await reaches(operator, 'reconnecting')
  const again = await come('customer', 'c1')
  await Promise.all([hearsAndSees(operator), hearsAndSees(again)])
})

test('a call that is opened in a second window goes on there alone, until it is taken back', async () => {
  const [first, customer] = await Promise.all([come('operator', 'c1'), come('customer', 'c1')])
  await reaches(first, 'connected')
  const second = await come('operator', 'c1')
  await first.getByText('goes on in another window').waitFor()
  await Promise.all([hearsAndSees(second), hearsAndSees(customer)])
  await first.getByRole('button', { name: 'Take it here' }).click()
  await second.getByText('goes on in another window').waitFor()
  await Promise.all([hearsAndSees(first), hearsAndSees(customer)])
})

test('a camera on the way is switched off when the call ends before the permission', async () => {
  const customer = await come('customer', 'c1', 'grants late')
  await until(customer, `typeof grant === 'function'`)
  await customer.evaluate('setCall(null)')
  await customer.evaluate('grant()')
  await until(customer, 'probe.given() > 0')
  assert.equal(await customer.evaluate('probe.lights()'), [])
})

test('a broker that dies in a call is not missed, and is found again', async () => {
  const [operator, customer] = await Promise.all([come('operator', 'c1'), come('customer', 'c1')])
  await Promise.all([reaches(operator, 'connected'), reaches(customer, 'connected')])
  await served.broker.stop()
  await hearsAndSees(operator)
  served.broker.start()
  await customer.reload()
  await Promise.all([hearsAndSees(operator), hearsAndSees(customer)])
})

test('when the edge ends the call every light goes out', async () => {
  const [operator, customer] = await Promise.all([come('operator', 'c1'), come('customer', 'c1')])
  await Promise.all([reaches(operator, 'connected'), reaches(customer, 'connected')])
  await customer.getByRole('button', { name: 'End video call' }).click()
  assert.equal(await customer.evaluate('said.at(-1)'), 'end')
  for (const page of [operator, customer]) {
    await page.evaluate('setCall(null)')
    assert.is(await page.evaluate('line.state().state'), 'ended')
    assert.equal(await page.evaluate('probe.lights()'), [])
  }
})

/** Opens the page of one side; with a call it is live at once. */
async function come(side: Side, call?: string, person?: string): Promise<Page> {
  const context = await browser.newContext({ permissions: ['camera', 'microphone'] })
  const page = await context.newPage()
  page.setDefaultTimeout(20_000)
  page.on('pageerror', (error) => console.error(side, error))
  await page.goto(
    served.address({ side, conversation, ...(call ? { call } : {}), ...(person ? { person } : {}) }),
  )
  return page
}

function goLive(page: Page, id: string) {
  return page.evaluate(
    `setCall({ id: '${id}', state: 'live', placedBy: 'customer', answeredAt: Date.now() })`,
  )
}

function reaches(page: Page, state: string) {
  return page
    .getByRole('region', { name: 'Video call' })
    .and(page.locator(`[data-line="${state}"]`))
    .waitFor()
}

/** More and more of both comes in, counted from now on. */
async function hearsAndSees(page: Page) {
  await until(
    page,
    `probe.received().then((now) => {
      if (!window.before || now.frames < before.frames) window.before = now
      return now.frames > before.frames + 5 && now.sound > before.sound + 20
    })`,
  )
  await page.evaluate('window.before = undefined')
}

// Playwright's own waiting for a condition uses eval, which the page forbids as the real ones do.
async function until(page: Page, condition: string) {
  const patience = Date.now() + 20_000
  while (!(await page.evaluate(condition).catch(() => false))) {
    assert.ok(Date.now() < patience, `waited in vain for ${condition}`)
    await page.waitForTimeout(50)
  }
}

async function pictureOf(page: Page, label: string) {
  const width = await page
    .getByLabel(label)
    .evaluate((video) => (video as unknown as { videoWidth: number }).videoWidth)
  assert.ok(width > 100, `${label} is ${width} wide`)
}

test.run()
