import { type PushNotice, parseNotice } from '../../edge/domain/push-notice.ts'
import { randomId } from '../platform/random-id.ts'
import { request } from '../platform/request.ts'
import { showBadge } from './badge.ts'
import { type NoticePlan, noticePlan, type Surroundings } from './notice-plan.ts'
import { ask, openPages } from './pages.ts'

declare const self: ServiceWorkerGlobalScope

// Within it the page's own event stream brings the job as well.
const ringsMs = 1_000

let before: Promise<void> = Promise.resolve()

/**
 * One after the other, as they came: a device that wakes up is given all that waited at once, and a withdrawal that is
 * quicker than its job would leave it ringing.
 */
export function takePush(data: PushMessageData | null): Promise<void> {
  before = before.catch(() => {}).then(() => takeNext(data))
  return before
}

async function takeNext(data: PushMessageData | null): Promise<void> {
  const notice = parseNotice(readJson(data))
  await carryOut(noticePlan(notice, await surroundings(notice)))
  await showBadge()
}

async function surroundings(notice: PushNotice | null): Promise<Surroundings> {
  const seen = (await openPages()).filter(({ visibilityState }) => visibilityState === 'visible')
  const jobId = notice?.kind === 'job' ? notice.jobId : undefined
  const rings = jobId
    ? await Promise.all(seen.map((page) => ask(page, { say: 'rings?', jobId }, ringsMs)))
    : []
  return {
    isRinging: rings.includes(true),
    isVisible: seen.length > 0,
    // Only Chromium has this, and only Chromium is patient with a push that shows nothing.
    mustShow: !('maxActions' in Notification),
    key: randomId(),
  }
}

async function carryOut({ show, close, confirm, closeAfterMs }: NoticePlan): Promise<void> {
  if (close !== undefined) await closeNotes(close)
  if (show) await self.registration.showNotification(show.title, show.options)
  // Shown is what counts: a test that arrives and cannot be shown must not pass.
  if (confirm !== undefined) await confirmTest(confirm)
  if (show && closeAfterMs !== undefined) await closeLater(show.options.tag ?? '', closeAfterMs)
}

/** The edge says after a while by itself that nothing came; a line that is lost here is no worse. */
async function confirmTest(token: string): Promise<void> {
  await request('POST', '/api/push/canary/confirm', { token }).catch(() => {})
}

export async function closeLater(tag: string, afterMs: number): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, afterMs))
  await closeNotes(tag)
}

async function closeNotes(tag: string): Promise<void> {
  for (const note of await self.registration.getNotifications({ tag })) note.close()
}

function readJson(data: PushMessageData | null): unknown {
  try {
    return data?.json()
  } catch {
    return null
  }
}
