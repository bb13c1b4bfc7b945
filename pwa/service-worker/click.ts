import type { ConversationSummary } from '../../edge/domain/wire.ts'
import { EdgeError, request } from '../platform/request.ts'
import { showBadge } from './badge.ts'
import { clickPlan } from './click-plan.ts'
import { type JobNote, parseNoteData } from './note.ts'
import { ask, bringUp, openPages } from './pages.ts'
import { closeLater } from './push.ts'
import { refusedNote } from './refused-note.ts'

declare const self: ServiceWorkerGlobalScope

// Browsers let a worker open a window for about ten seconds after the touch.
const patienceMs = 8_000
const toldMs = 1_000
const lookedAtMs = 5_000

export async function takeClick(action: string, note: Notification): Promise<void> {
  const plan = clickPlan(action, parseNoteData(note.data))
  note.close()
  if (plan.do === 'accept') await accept(plan.job)
  else if (plan.do === 'decline') await decline(plan.job)
  else await bringUp({ say: 'go', path: plan.path }, plan.path)
  await showBadge()
}

/** The same as the green button: the edge decides who was first. */
async function accept(job: JobNote): Promise<void> {
  try {
    const summary = await answer<ConversationSummary>(job, 'accept')
    const took = summary.call ? `?took=${encodeURIComponent(summary.call.id)}` : ''
    await bringUp({ say: 'took', summary }, `/conversations/${summary.id}${took}`)
  } catch (error) {
    const refused = refusedNote(error instanceof EdgeError ? error : new EdgeError('offline', 0, ''), job)
    await self.registration.showNotification(refused.title, refused.options)
    if (refused.isOver) await closeLater(job.tag, lookedAtMs)
  }
}

/** A no that does not arrive is one all the same: it stops ringing by itself, and goes on to the next operator. */
async function decline(job: JobNote): Promise<void> {
  await answer(job, 'decline').catch(() => {})
}

async function answer<T>({ jobId, key }: JobNote, what: 'accept' | 'decline'): Promise<T> {
  // Told first, or the page would take its own operator's answer for one from another device.
  await Promise.all((await openPages()).map((page) => ask(page, { say: 'answers', jobId }, toldMs)))
  const path = `/api/jobs/${encodeURIComponent(jobId)}/${what}`
  return request<T>('POST', path, {}, { key, signal: AbortSignal.timeout(patienceMs) })
}
