import { readdir } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { closeBrowsers } from '../support/browsers.ts'
import { invite, openWithoutBrowser } from '../support/invite.ts'
import { openHouse } from '../support/open-house.ts'
import type { People } from '../support/people.ts'
import { until, untilTrue } from '../support/until.ts'
import { setOut } from '../support/walk.ts'

interface BenchTable {
  name: string
  unit: string
  rows: Record<string, number | string>[]
}

const conversations = Number(process.env.BENCH_CONVERSATIONS ?? 5_000)
const messages = Number(process.env.BENCH_MESSAGES ?? 50)
const searches = Math.min(49, Number(process.env.BENCH_ROUNDS ?? 40))
const openedEach = 5
const pieceSize = 250

/** An archive on the device, sealed as the app seals it, searched and opened in the real page without a network. */
export async function offlineSearchBench(): Promise<BenchTable> {
  let ending: Promise<void> | undefined
  const { people, end } = await setOut(async () => {
    const house = await openHouse()
    return { ...house, end: () => (ending ??= house.end()) }
  })
  try {
    const page = await pageWithArchive(people)
    const first = await page.evaluate<number>(`search('${rareWord(0)}')`)
    const searched: number[] = []
    const opened: number[] = []
    for (let round = 1; round <= searches; round++) {
      searched.push(await page.evaluate<number>(`search('${rareWord(round)}')`))
      opened.push(...(await page.evaluate<number[]>(`openSome(${openedEach})`)))
    }
    const size = `${conversations} conversations of ${messages} messages`
    const rows = [rowOf('the first search', [first])]
    rows.push(
      rowOf('a search, from the last letter to the marks (250 of it wait for another letter)', searched),
    )
    rows.push(rowOf('a result, from the click to its messages', opened))
    const megabytes = Math.round(await workerHeap(page))
    return { name: `Archive without a network, ${size}, ${megabytes} MB in memory`, unit: 'ms', rows }
  } finally {
    await end()
    await closeBrowsers()
  }
}

async function pageWithArchive(people: People): Promise<Page> {
  const { admin, administrator } = people
  const { page } = await people.operator(administrator)
  const id = await filedOne(people)
  // The edge does not know of the copies that are made here, and would have them dropped.
  await page.context().route('**/api/archive/marks*', (route) => route.abort())
  await page.reload()
  const copies = await admin.get<{ copies: unknown[] }>(`/api/archive/copies?id=${id}`)
  const worker = await archiveWorker()
  await page.evaluate(`globalThis.fill = ${filling}`)
  for (let from = 0; from < conversations; from += pieceSize) {
    const count = Math.min(pieceSize, conversations - from)
    await page.evaluate(
      `fill(${JSON.stringify({ worker, template: copies.body.copies[0], from, count, messages })})`,
    )
  }
  await page.getByRole('navigation').getByRole('link', { name: 'Archive' }).click()
  await page.getByRole('searchbox').waitFor()
  await page.evaluate(measuring)
  await people.house.end()
  await until(page, 'isKeptOnly()', 60_000)
  return page
}

/** What the archive's worker has in memory, in megabytes. */
async function workerHeap(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page)
  const answers: string[] = []
  session.on('Target.receivedMessageFromTarget', ({ message }) => answers.push(message))
  session.on('Target.attachedToTarget', ({ sessionId }) => {
    for (const [id, method] of [
      'HeapProfiler.enable',
      'HeapProfiler.collectGarbage',
      'Runtime.getHeapUsage',
    ].entries())
      void session.send('Target.sendMessageToTarget', { sessionId, message: JSON.stringify({ id, method }) })
  })
  await session.send('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: false })
  await untilTrue('the worker has said it', () => answers.some((text) => text.includes('usedSize')))
  const told = answers.find((text) => text.includes('usedSize')) ?? '{}'
  return JSON.parse(told).result.usedSize / 2 ** 20
}

async function filedOne({ admin, house }: People): Promise<string> {
  const invited = await invite(admin)
  const customer = await openWithoutBrowser(house, invited)
  const { offer } = (await admin.get<{ offer: { jobId: string } }>('/api/inbox')).body
  await admin.post(`/api/jobs/${offer.jobId}/accept`)
  await customer.post(`/api/visits/${invited.conversationId}/messages`, { text: 'Hello' })
  await admin.post(`/api/conversations/${invited.conversationId}/archive`, { reason: 'resolved' })
  return invited.conversationId
}

async function archiveWorker(): Promise<string> {
  const names = await readdir('dist/operator/assets')
  return `/assets/${names.find((name) => /^archive-worker-.*\.js$/.test(name))}`
}

// Letters, because a number's beginning would be found in others'.
const letters = (number: number) => [...String(number)].map((digit) => 'abcdefghij'[Number(digit)]).join('')

/** In about one conversation of fifty. */
const rareWord = (number: number) => `rare${letters(100 + number)}`

// In the page: by a worker of the app's own kind, so that the copies are sealed with the session's key.
const filling = `async ({ worker, template, from, count, messages }) => {
  const letters = (number) => [...String(number)].map((digit) => 'abcdefghij'[digit]).join('')
  const said = template.events.find(({ type }) => type === 'message.posted')
  const others = template.events.filter(({ type }) => type !== 'message.posted')
  const histories = Array.from({ length: count }, (_, at) => {
    const number = from + at
    const id = '00000000-0000-4000-8000-' + String(number).padStart(12, '0')
    const talk = Array.from({ length: messages }, (_, n) => ({
      ...said, seq: said.seq + n, conversationId: id,
      data: { ...said.data, messageId: id + n, text: [
        'talk' + letters(number), 'message', letters(n), 'of', 'the', 'boiler', 'and', 'its', 'valve' + letters((number * 7 + n * 13) % 900),
        n === 0 ? 'rare' + letters(100 + number % 50) : 'pump' + letters((number + n) % 500),
      ].join(' ') },
    }))
    const conversation = { ...template.conversation, id, archivedAt: template.conversation.archivedAt - number * 60000,
      customer: { ...template.conversation.customer, name: 'Customer ' + number } }
    return { conversation, events: [...others.map((event) => ({ ...event, conversationId: id })), ...talk], before: null }
  })
  const desk = new Worker(worker, { type: 'module' })
  const told = new Promise((resolve, reject) => {
    desk.onmessage = ({ data }) => ('value' in data ? resolve() : reject(new Error(data.problem)))
  })
  desk.postMessage({ call: 1, verb: 'keep', args: [histories] })
  await told
  desk.terminate()
}`

// In the page: times end with the frame that shows what was waited for.
const measuring = `
  globalThis.shown = async (isThere) => {
    while (!isThere()) await new Promise(requestAnimationFrame)
    return performance.now()
  }
  globalThis.isKeptOnly = () => document.body.textContent.includes('These are the conversations on this device')
  globalThis.links = () => [...document.querySelectorAll('a[href^="/archive/0"]')]
  globalThis.search = async (word) => {
    const field = document.querySelector('input[type=search]')
    field.value = word
    const began = performance.now()
    field.dispatchEvent(new InputEvent('input', { bubbles: true }))
    const marks = () => [...document.querySelectorAll('mark')]
    return (await shown(() => marks().some(({ textContent }) => textContent === word))) - began
  }
  globalThis.openSome = async (count) => {
    const letters = (number) => [...String(number)].map((digit) => 'abcdefghij'[digit]).join('')
    const took = []
    for (const link of links().slice(0, count)) {
      const talk = 'talk' + letters(Number(link.pathname.split('-').at(-1))) + ' '
      const began = performance.now()
      link.click()
      took.push((await shown(() => document.querySelector('[role=log]')?.textContent.includes(talk))) - began)
    }
    return took
  }
  undefined
`

function rowOf(what: string, took: number[]): Record<string, number | string> {
  const sorted = [...took].sort((one, other) => one - other)
  const at = (share: number) => Math.round(sorted[Math.floor((sorted.length - 1) * share)] ?? Number.NaN)
  return { what, times: sorted.length, p50: at(0.5), p95: at(0.95), most: at(1) }
}
