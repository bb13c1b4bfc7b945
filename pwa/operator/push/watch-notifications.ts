import { createEffect, createMemo, on } from 'solid-js'
import { useSay } from '../../shell/toasts.tsx'
import { useWords } from '../../words/words.tsx'
import type { Desk } from '../desk.ts'
import type { Notifications } from './notifications.ts'

/**
 * Keeps the edge right about this browser, and tells the person what they would not notice: that a permission is gone,
 * and that the test push of whoever comes Online did not arrive.
 */
export function watchNotifications(desk: Desk, notifications: Notifications): void {
  const say = useSay()
  const { t, language } = useWords()
  const moment = createMemo(() => (desk.connection() === 'open' ? desk.inbox.me.status : null))
  const canary = createMemo(() => {
    const now = notifications.state()
    return now.state === 'on' ? now.device.canary : null
  })
  createEffect(
    on([moment, language], ([status]) => {
      if (status && notifications.isWanted()) notifications.settle().catch(() => {})
    }),
  )
  createEffect(
    on(canary, (now, before) => {
      if (now === 'failed' && before === 'pending') say(t('push.away'), 'danger')
    }),
  )
  createEffect(
    on(notifications.permission, (now, before) => {
      // What the person is asked for here is turned on by their touch.
      if (!before || !notifications.isWanted() || notifications.state().state === 'asking') return
      if (before === 'granted') say(t('push.taken-back'), 'danger')
      const settled = notifications.settle()
      void (now === 'granted' ? settled.then(notifications.test) : settled).catch(() => {})
    }),
  )
}
