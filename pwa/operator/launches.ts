import { useLocation, useNavigate } from '@solidjs/router'
import { createEffect, on } from 'solid-js'
import { useSay } from '../shell/toasts.tsx'
import { useWords } from '../words/words.tsx'
import type { Calls } from './calls.ts'
import type { Desk } from './desk.ts'

/**
 * What an address asks for beside its place, once: a notification's `?job=` and `?took=`, the shortcut's `?new=link`.
 * It goes from the address at once, so that neither a reload nor "back" asks again.
 */
export function followLaunches(desk: Desk, calls: Calls, openInvite: () => void): void {
  const place = useLocation()
  const navigate = useNavigate()
  const { t } = useWords()
  const say = useSay()

  const asked = () => {
    const { job, took, new: made } = place.query
    return { job: one(job), took: one(took), made: one(made) }
  }

  createEffect(
    on(asked, ({ job, took, made }) => {
      if (took) calls.own(took)
      if (made === 'link') openInvite()
      if (job) tellIfGone(job)
      if (took || made || job) navigate(place.pathname, { replace: true })
    }),
  )

  /** The stream may still be behind: what it brings decides. */
  function tellIfGone(jobId: string) {
    const isOver = () => desk.connection() === 'open' && desk.inbox.offer?.jobId !== jobId
    if (isOver()) say(t('job.over.gone'))
  }

  takeLaunches((path) => navigate(path))
}

const one = (value: string | string[] | undefined) => (Array.isArray(value) ? value[0] : value)

interface LaunchQueue {
  setConsumer(take: (launch: { targetURL?: string }) => void): void
}

/** An app that is open is not loaded anew by a shortcut: that would end a call. See `launch_handler` in the manifest. */
function takeLaunches(go: (path: string) => void): void {
  const { launchQueue } = globalThis as { launchQueue?: LaunchQueue }
  launchQueue?.setConsumer(({ targetURL }) => {
    const url = targetURL ? new URL(targetURL) : null
    if (url && url.href !== location.href) go(url.pathname + url.search)
  })
}
