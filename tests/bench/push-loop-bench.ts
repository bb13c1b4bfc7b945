import type { AnyEvent } from '../../edge/domain/events.ts'
import { closeBrowsers } from '../support/browsers.ts'
import type { Caller } from '../support/caller.ts'
import { type InstalledApp, watchInstalledApp } from '../support/installed-app.ts'
import { callerOf, invite, openWithoutBrowser } from '../support/invite.ts'
import { openHouse } from '../support/open-house.ts'
import { OperatorPage } from '../support/operator-page.ts'
import type { People } from '../support/people.ts'
import { openPushLine, type PushLine, pushLineEnvironment } from '../support/push-line.ts'
import { until, untilTrue } from '../support/until.ts'
import { setOut } from '../support/walk.ts'

interface BenchTable {
  name: string
  unit: string
  rows: Record<string, number | string>[]
}

const rounds = Number(process.env.BENCH_ROUNDS ?? 20)

/**
 * The whole loop of a job that reaches a closed app, on one machine: server → encrypted → decrypted → shown → accepted →
 * the conversation on the screen with the call coming up. Only the way to a push service and back is missing.
 */
export async function pushLoopBench(): Promise<BenchTable> {
  const line = await openPushLine()
  const { people, end } = await setOut(() => openHouse(pushLineEnvironment))
  try {
    const device = await openDevice(people, line)
    const walks: Moments[] = []
    for (let round = 0; round < rounds; round++) walks.push(await walkOnce(people, line, device))
    return { name: `Push loop, ${rounds} jobs`, unit: 'ms', rows: legs.map((leg) => rowOf(leg, walks)) }
  } finally {
    await end()
    await line.end()
    await closeBrowsers()
  }
}

interface Device {
  app: InstalledApp
  ada: Caller
}

/** Turned on as a person does, and closed. */
async function openDevice(people: People, line: PushLine): Promise<Device> {
  const who = await people.colleague('Ada')
  const ada = callerOf(people.house)
  await ada.post('/api/session', { email: who.email, password: who.password })
  const desk = await people.operator(who, { installed: true })
  const context = desk.page.context()
  await until(desk.page, 'navigator.serviceWorker.controller !== null')
  const quiet = await context.newPage()
  await quiet.goto(`${people.house.publicUrl}/healthz`)
  const app = await watchInstalledApp(context, quiet)
  await line.serve(context)
  line.deliverTo(app)
  await desk.page.goto(`${people.house.publicUrl}/settings`)
  await desk.button('Turn on notifications').click()
  await desk.page.getByText('A test arrived').waitFor()
  await desk.page.close()
  await context.serviceWorkers().at(-1)?.evaluate(noting)
  return { app, ada }
}

/** Milliseconds since the epoch; every part of it runs by this machine's clock. */
interface Moments {
  offered: number
  sent: number
  decrypted: number
  shown: number
  touched: number
  accepted: number
  opened: number
  loading: number
  seen: number
}

async function walkOnce(people: People, line: PushLine, { app, ada }: Device): Promise<Moments> {
  const service = noteService(line)
  const invited = await invite(people.admin, { assignment: 'normal' })
  const customer = await openWithoutBrowser(people.house, invited)
  const tag = await jobShown(app)
  service.end()
  await app.touch(tag, 'accept')
  const path = await windowOpened(app, `/conversations/${invited.conversationId}`)
  const loading = Date.now()
  const page = await app.page.context().newPage()
  await page.goto(`${people.house.publicUrl}${path}`)
  await new OperatorPage(page).stage.waitFor()
  const seen = Date.now()
  const worker = await noted(app)
  const edge = await edgeTimes(ada, invited.conversationId)
  await page.close()
  await customer.post(`/api/visits/${invited.conversationId}/close`)
  return { ...service.times, ...worker, ...edge, loading, seen }
}

function noteService({ service }: PushLine) {
  const times = { sent: 0, decrypted: 0 }
  const deliver = service.onPush
  service.onPush = (step, text) => {
    times[step === 'asked' ? 'sent' : 'decrypted'] ||= Date.now()
    deliver?.(step, text)
  }
  const end = () => {
    service.onPush = deliver
  }
  return { times, end }
}

async function jobShown(app: InstalledApp): Promise<string> {
  const shown = async () => (await app.notes()).find(({ tag }) => tag.startsWith('job:'))?.tag
  await untilTrue('it rings', async () => (await shown()) !== undefined)
  return (await shown()) ?? ''
}

async function windowOpened(app: InstalledApp, start: string): Promise<string> {
  const opened = async () => (await app.opened()).find((path) => path.startsWith(start))
  await untilTrue('a window is opened', async () => (await opened()) !== undefined)
  return (await opened()) ?? ''
}

// In the worker: when a job was shown, touched, and when a window was opened for it.
const noting = `(() => {
  self.noted = {}
  const show = self.registration.showNotification.bind(self.registration)
  self.registration.showNotification = async (title, options) => {
    await show(title, options)
    if (options.tag.startsWith('job:')) self.noted.shown = Date.now()
  }
  self.addEventListener('notificationclick', () => { self.noted.touched = Date.now() })
  const open = self.clients.openWindow
  self.clients.openWindow = (path) => { self.noted.opened = Date.now(); return open(path) }
})()`

async function noted(app: InstalledApp): Promise<Pick<Moments, 'shown' | 'touched' | 'opened'>> {
  const worker = app.page.context().serviceWorkers().at(-1)
  return (await worker?.evaluate('self.noted')) as Pick<Moments, 'shown' | 'touched' | 'opened'>
}

async function edgeTimes(ada: Caller, id: string): Promise<Pick<Moments, 'offered' | 'accepted'>> {
  const { body } = await ada.get<{ events: AnyEvent[] }>(`/api/conversations/${id}/events`)
  const at = (type: AnyEvent['type']) => body.events.find((event) => event.type === type)?.at ?? Number.NaN
  return { offered: at('job.offered'), accepted: at('job.accepted') }
}

const legs: [string, (moments: Moments) => number][] = [
  ['rings at the edge → encrypted, at the push service', ({ offered, sent }) => sent - offered],
  ['→ decrypted', ({ sent, decrypted }) => decrypted - sent],
  ['→ shown on the device', ({ decrypted, shown }) => shown - decrypted],
  ['rings at the edge → shown, together', ({ offered, shown }) => shown - offered],
  ['Accept touched → accepted at the edge', ({ touched, accepted }) => accepted - touched],
  ['→ the app is opened', ({ accepted, opened }) => opened - accepted],
  ['→ the conversation, with the call coming up', ({ loading, seen }) => seen - loading],
]

function rowOf([leg, took]: (typeof legs)[number], walks: Moments[]) {
  const sorted = walks.map(took).sort((one, other) => one - other)
  const at = (share: number) => sorted[Math.floor((sorted.length - 1) * share)] ?? Number.NaN
  return { leg, p50: at(0.5), p95: at(0.95), most: at(1) }
}
