// time-out: 360 s
import type { Page, Response } from 'playwright-core'
import { suite, test } from 'uvu'
import * as assert from 'uvu/assert'
import type { RestartAnswer } from '../../edge/domain/wire.ts'
import type { Fault } from '../../pwa/call/fault-names.ts'
import {
  broker,
  closeCallPages,
  everybodyLeaves,
  hearsAndSees,
  newConversation,
  openCallPages,
  reaches,
  until,
} from '../support/call-page/call-pages.ts'
import { talk } from '../support/call-page/talk.ts'
import { plays } from '../support/media-probe.ts'

const simulate = (page: Page, fault: Fault) => page.evaluate(`simulateFault('${fault}')`)

/** What must be the same afterwards: nobody was dialled, and the picture's own stream never changed. */
const mark = (page: Page) => page.evaluate('window.marked = line.remote()')
async function isTheSame(page: Page): Promise<void> {
  assert.is(await page.evaluate('probe.dialled()'), 1)
  assert.ok(await page.evaluate('window.marked === line.remote()'))
}

/** One talk, in which each test begins where the one before ended. */
const lasting = suite('one talk')
let operator: Page
let customer: Page
lasting.before(async () => {
  await openCallPages()
  newConversation()
  ;[operator, customer] = await talk()
})
lasting.after(everybodyLeaves)

for (const side of ['operator', 'customer'] as const) {
  lasting(`the ${side} hears nothing any more: a new way is found for the same connection`, async () => {
    const pages = [operator, customer]
    await Promise.all(pages.map(mark))
    const suffering = side === 'operator' ? operator : customer
    await simulate(suffering, 'ice-fail')
    await reaches(suffering, 'reconnecting')
    await reaches(suffering, 'connected')
    for (const page of pages) {
      await hearsAndSees(page)
      await isTheSame(page)
      await until(page, 'line.tools.isOpen()')
    }
  })
}

lasting(
  'a network that swallows everything in silence is missed, and taken up as soon as it is back',
  async () => {
    await mark(customer)
    await simulate(customer, 'network-silent')
    await reaches(customer, 'reconnecting')
    await simulate(customer, 'network-back')
    await reaches(customer, 'connected')
    await Promise.all([hearsAndSees(customer), hearsAndSees(operator)])
    await isTheSame(customer)
  },
)

lasting('offers that are none change nothing, and a true one is answered afterwards', async () => {
  await Promise.all([mark(operator), mark(customer)])
  for (const sdp of ['', 'v=0', 'x'.repeat(60_000)]) {
    const release = await holdAnswers(operator)
    await simulate(customer, 'ice-fail')
    await reaches(customer, 'reconnecting')
    const heard = customer.waitForResponse((response) => isOffered(response, sdp))
    await operator.evaluate(offerNonsense(sdp))
    await heard
    await release()
    await reaches(customer, 'connected')
    await Promise.all([hearsAndSees(customer), hearsAndSees(operator)])
  }
  await Promise.all([isTheSame(operator), isTheSame(customer)])
})

lasting('without a broker a way is found all the same, and the broker when it is back', async () => {
  await Promise.all([mark(operator), mark(customer)])
  await broker().stop()
  await simulate(operator, 'ice-fail')
  await reaches(operator, 'reconnecting')
  await reaches(operator, 'connected')
  await Promise.all([hearsAndSees(operator), hearsAndSees(customer)])
  await Promise.all([isTheSame(operator), isTheSame(customer)])
  broker().start()
  await customer.reload()
  await Promise.all([hearsAndSees(operator), hearsAndSees(customer)])
})

lasting.run()

// The others have pages of their own.
test.before.each(newConversation)
test.after.each(everybodyLeaves)
test.after(closeCallPages)

for (const side of ['operator', 'customer'] as const) {
  test(`the ${side}'s browser is behind its network: another connection, made in a window that is not`, async () => {
    const pages = await talk()
    const [moved, other] = side === 'operator' ? pages : [...pages].reverse()
    if (!moved || !other) return assert.unreachable()
    await Promise.all(pages.map(mark))
    await moved.evaluate(isBehind)
    await simulate(moved, 'ice-fail')
    await reaches(moved, 'reconnecting')
    await reaches(moved, 'connected')
    await hearsAndSees(other)
    await plays(moved, side === 'operator' ? 'Customer video' : 'Operator video')
    for (const page of pages) {
      assert.not(await page.evaluate('window.marked === line.remote()'))
      await until(page, 'line.tools.isOpen()')
    }
    const windows = 'document.querySelectorAll("iframe").length'
    assert.equal(await Promise.all([moved, other].map((page) => page.evaluate(windows))), [1, 0])
    await moved.evaluate('setCall(null)')
    await until(moved, `${windows} === 0`)
  })
}

/** Connections that the page makes to look around are told of no network; those of a new window are. */
const isBehind = `(() => {
  const Real = RTCPeerConnection
  window.RTCPeerConnection = class extends Real {
    constructor(...given) {
      super(...given)
      if (given.length === 0) Object.defineProperty(this, 'onicecandidate', { set() {} })
    }
  }
})()`

const nonsense = 'x-nonsense'

/** The true answer would be quicker than the nonsense: what the page itself says waits until it is released. */
async function holdAnswers(operator: Page): Promise<() => Promise<void>> {
  let release = () => {}
  const released = new Promise<void>((resolve) => {
    release = resolve
  })
  await operator.route('**/restart/**', async (route) => {
    if (!route.request().headers()[nonsense]) await released
    // Its page may have given it up meanwhile.
    await route.continue().catch(() => {})
  })
  return async () => {
    release()
    await operator.unrouteAll({ behavior: 'wait' })
  }
}

async function isOffered(response: Response, sdp: string): Promise<boolean> {
  if (!response.url().includes('/restart/')) return false
  const { theirs } = (await response.json().catch(() => ({}))) as Partial<RestartAnswer>
  return theirs?.kind === 'offer' && theirs.sdp === sdp
}

/** In the operator's name, about the connection that the customer asks for. */
const offerNonsense = (sdp: string) => `(async () => {
  const address = '/restart/' + new URLSearchParams(location.search).get('conversation') + '/operator'
  const headers = { '${nonsense}': 'yes' }
  const say = (body) =>
    fetch(address, { method: 'POST', headers, body: JSON.stringify(body) }).then((said) => said.json())
  let theirs = null
  while (theirs?.kind !== 'asks') theirs = (await say({})).theirs
  await say({ word: { line: theirs.line, turn: Date.now(), kind: 'offer', to: theirs.turn, sdp: ${JSON.stringify(sdp)} } })
})()`

test.run()
