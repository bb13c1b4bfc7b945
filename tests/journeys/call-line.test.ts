// time-out: 300 s
import type { Page } from 'playwright-core'
import { suite, test } from 'uvu'
import * as assert from 'uvu/assert'
import {
  broker,
  closeCallPages,
  come,
  everybodyLeaves,
  goLive,
  hearsAndSees,
  newConversation,
  openCallPages,
  pictureOf,
  reaches,
  until,
} from '../support/call-page/call-pages.ts'

const cameraId = 'line.local()?.getTracks()[0].getSettings().deviceId'

const isMuted = `document.querySelector('[aria-label="Operator video"]').muted`

/** One talk, in which each test begins where the one before ended. */
const talk = suite('one talk')
let operator: Page
let customer: Page
talk.before(async () => {
  await openCallPages()
  newConversation()
  ;[operator, customer] = await Promise.all([come('operator', 'c1'), come('customer', 'c1')])
})
talk.after(everybodyLeaves)

talk('two people see and hear each other, and no stranger helps', async () => {
  for (const page of [operator, customer]) {
    await reaches(page, 'connected')
    await hearsAndSees(page)
    assert.is(await page.evaluate('probe.iceServers().length'), 0)
    assert.equal(await page.evaluate('said'), ['alive c1'])
  }
  await pictureOf(customer, 'Operator video')
  await pictureOf(customer, 'Customer video')
})

talk('a camera that is off is dark, the other side is told, and it comes back', async () => {
  await customer.getByRole('button', { name: 'Turn camera off' }).click()
  assert.equal(await customer.evaluate('probe.lights()'), ['audio'])
  await operator.getByText('Camera is off').waitFor()
  await customer.getByRole('button', { name: 'Mute microphone' }).click()
  await operator.getByText('Microphone is off').waitFor()
  await customer.getByRole('button', { name: 'Turn camera on' }).click()
  await operator.getByText('Camera is off').waitFor({ state: 'detached' })
  await customer.getByRole('button', { name: 'Unmute microphone' }).click()
  await operator.getByText('Microphone is off').waitFor({ state: 'detached' })
  await hearsAndSees(operator)
  assert.is(await operator.evaluate('probe.dialled()'), 1)
})

talk(
  'the other camera and the screen are shown without a new connection, and one camera at a time',
  async () => {
    // Chromium's second fake camera measures depth and shows nothing; the third is a camera again.
    for (let switched = 0; switched < 2; switched++) {
      const before = await operator.evaluate(cameraId)
      await operator.getByRole('button', { name: 'Switch camera' }).click()
      await until(operator, `![undefined, '${before}'].includes(${cameraId})`)
    }
    assert.equal(await operator.evaluate('probe.lights().sort()'), ['audio', 'video'])
    await hearsAndSees(customer)
    for (const [shows, sees] of [
      [operator, customer],
      [customer, operator],
    ] as const) {
      await shows.getByRole('button', { name: 'Share screen' }).click()
      await shows.getByText('You are sharing your screen').waitFor()
      await until(sees, 'line.remoteMedia().screen')
      await shows.getByRole('button', { name: 'Stop sharing' }).click()
      await until(sees, '!line.remoteMedia().screen')
      await hearsAndSees(sees)
    }
    assert.is(await operator.evaluate('probe.dialled()'), await customer.evaluate('probe.dialled()'))
    assert.is(await customer.evaluate('probe.dialled()'), 1)
  },
)

talk('a side that floods the other with words neither stops the call nor the other page', async () => {
  await until(customer, 'line.tools.isOpen()')
  await customer.evaluate(flood)
  await Promise.all([hearsAndSees(operator), hearsAndSees(customer)])
  await operator.getByRole('button', { name: 'Turn camera off' }).click()
  await customer.getByText('Camera is off').waitFor()
  await operator.getByRole('button', { name: 'Turn camera on' }).click()
  await customer.getByText('Camera is off').waitFor({ state: 'detached' })
})

talk('a broker that dies in a call is not missed, and is found again', async () => {
  await broker().stop()
  await hearsAndSees(operator)
  broker().start()
  await customer.reload()
  await Promise.all([hearsAndSees(operator), hearsAndSees(customer)])
})

for (const side of ['customer', 'operator'] as const) {
  talk(`a call comes back after the ${side} loads the page again`, async () => {
    await (side === 'customer' ? customer : operator).reload()
    await Promise.all([hearsAndSees(operator), hearsAndSees(customer)])
    await Promise.all([reaches(operator, 'connected'), reaches(customer, 'connected')])
  })
}

talk('a call that is opened in a second window goes on there alone, until it is taken back', async () => {
  const first = operator
  const second = await come('operator', 'c1')
  await first.getByText('goes on in another window').waitFor()
  await Promise.all([hearsAndSees(second), hearsAndSees(customer)])
  await first.getByRole('button', { name: 'Take it here' }).click()
  await second.getByText('goes on in another window').waitFor()
  await Promise.all([hearsAndSees(first), hearsAndSees(customer)])
  await second.context().close()
})

talk('a customer whose browser was killed is missed, and welcome back', async () => {
  const tools = await customer.context().newCDPSession(customer)
  tools.send('Page.crash').catch(() => {})
  await reaches(operator, 'reconnecting')
  customer = await come('customer', 'c1')
  await Promise.all([hearsAndSees(operator), hearsAndSees(customer)])
})

talk('when the edge ends the call every light goes out', async () => {
  await customer.getByRole('button', { name: 'End video call' }).click()
  assert.equal(await customer.evaluate('said.at(-1)'), 'end')
  for (const page of [operator, customer]) {
    await page.evaluate('setCall(null)')
    assert.is(await page.evaluate('line.state().state'), 'ended')
    assert.equal(await page.evaluate('probe.lights()'), [])
  }
})

talk.run()

// The others have pages of their own.
test.before.each(newConversation)
test.after.each(everybodyLeaves)
test.after(closeCallPages)

test('nobody is let in before the edge says that the call is live, and nothing is told of where the customer is', async () => {
  const operator = await come('operator', 'c1')
  const customer = await come('customer', undefined, undefined, wiretap)
  await customer.evaluate('line.prepare()')
  await until(operator, 'probe.dialled() > 1')
  await until(customer, 'probe.dialled() > 1')
  const told = `wire.said.filter(({ type }) => type === 'ANSWER' || type === 'CANDIDATE')`
  assert.equal(await customer.evaluate(told), [])
  assert.is(await customer.evaluate('probe.gathered()'), 0)
  // Who waits keeps the call: only when both pages are gone it is lost.
  assert.equal(await operator.evaluate('said'), ['alive c1'])
  await goLive(customer, 'c1')
  await Promise.all([reaches(customer, 'connected'), reaches(operator, 'connected')])
})

// The broker keeps strangers out; the pages do so even if it did not.
test('neither an offer nor an answer of somebody whom the edge did not name is heard', async () => {
  const operator = await come('operator', 'c1', 'grants', wiretap)
  await until(operator, `wire.said.some(({ type }) => type === 'OFFER')`)
  await operator.evaluate('wire.answersAsStranger()')
  const customer = await come('customer', 'c1', 'grants', wiretap)
  await until(customer, 'wire.said.length > 0')
  await customer.evaluate('wire.offersAsStranger()')
  await Promise.all([hearsAndSees(operator), hearsAndSees(customer)])
  for (const page of [operator, customer]) {
    assert.equal(await page.evaluate(`wire.said.filter(({ dst }) => dst === 'stranger')`), [])
  }
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

// Until a page has been looked at by the test it was touched by nobody: looking counts as a tap.
test('where the browser wants a tap before it plays sound, one is offered', async () => {
  const [operator, customer] = await Promise.all([come('operator', 'c1'), come('customer', 'c1', 'refuses')])
  await operator.getByText('No camera').waitFor()
  const join = customer.getByRole('button', { name: 'Join video call' })
  await join.click()
  await join.waitFor({ state: 'detached' })
  assert.is(await customer.evaluate(isMuted), false)
  await hearsAndSees(customer)
})

test('a permission that comes late spares the tap', async () => {
  const [operator, customer] = await Promise.all([
    come('operator', 'c1'),
    come('customer', 'c1', 'grants at first sight'),
  ])
  await pictureOf(operator, 'Customer video')
  await customer.getByRole('button', { name: 'Join video call' }).waitFor({ state: 'detached' })
  assert.is(await customer.evaluate(isMuted), false)
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

test('a camera on the way is switched off when the call ends before the permission', async () => {
  const customer = await come('customer', 'c1', 'grants late')
  await until(customer, `typeof grant === 'function'`)
  await customer.evaluate('setCall(null)')
  await customer.evaluate('grant()')
  await until(customer, 'probe.given() > 0')
  assert.equal(await customer.evaluate('probe.lights()'), [])
})

/** Between the page and its broker: hears what the page says, and speaks in a stranger's name. */
const wiretap = `(() => {
  const said = []
  let socket
  window.WebSocket = class extends WebSocket {
    constructor(...given) {
      super(...given)
      socket = this
    }
    send(text) {
      said.push(JSON.parse(text))
      super.send(text)
    }
  }
  const hear = (message) => socket.dispatchEvent(new MessageEvent('message', { data: JSON.stringify(message) }))
  const speak = (type, payload) => hear({ type, src: 'stranger', payload: { type: 'media', ...payload } })
  const description = async (pc, offer) => {
    if (offer) await pc.setRemoteDescription(offer)
    else pc.addTransceiver('video')
    await pc.setLocalDescription()
    return pc.localDescription
  }
  window.wire = {
    said,
    async offersAsStranger() {
      speak('OFFER', { connectionId: 'mc_stranger', sdp: await description(new RTCPeerConnection()) })
    },
    async answersAsStranger() {
      const { connectionId, sdp } = said.find(({ type }) => type === 'OFFER').payload
      speak('ANSWER', { connectionId, sdp: await description(new RTCPeerConnection(), sdp) })
    },
  }
})()`

const flood = `for (let count = 0; count < 20_000; count++) line.tools.tell({ t: 'flood', count })`

test.run()
