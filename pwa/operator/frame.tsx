import { useLocation } from '@solidjs/router'
import { createEffect, createSignal, type ParentProps, Show, Suspense } from 'solid-js'
import { ringAsChosen, ringChoice } from '../call/ring-choice.ts'
import { later } from '../conversation/later.tsx'
import { createAppBadge } from '../platform/app-badge.ts'
import { keepPage } from '../platform/new-version.ts'
import { createPageTitle } from '../shell/page-title.ts'
import { NewVersionNotice } from '../ui/new-version-notice.tsx'
import { NewVersionStrip } from '../ui/new-version-strip.tsx'
import { useWords } from '../words/words.tsx'
import { CallDocks, JobPopup } from './after-paint.ts'
import { createAttention } from './attention.ts'
import { CallsContext, createCalls } from './calls.ts'
import { useDesk } from './desk.ts'
import { createKeeper } from './device/create-keeper.ts'
import { useDevice } from './device/device.ts'
import { InviteContext, makeInviteKey } from './invite/use-invite.ts'
import { followLaunches } from './launches.ts'
import { OperatorNavigation } from './operator-navigation.tsx'
import { ConnectionStrip } from './outbox/connection-strip.tsx'
import { createNotifications, NotificationsContext } from './push/notifications.ts'
import { watchNotifications } from './push/watch-notifications.ts'

const InviteDialog = later(async () => (await import('./invite/invite-dialog.tsx')).InviteDialog)

/** What stands around every screen: the places, the calls, and the job that rings. */
export function Frame(props: ParentProps) {
  const desk = useDesk()
  const { t, language } = useWords()
  const path = useLocation()
  const [inviting, setInviting] = createSignal(false)
  const attention = createAttention(desk)
  const calls = createCalls(desk)
  createKeeper(desk, useDevice())
  const notifications = createNotifications(desk.inbox.me.id, language)
  watchNotifications(desk, notifications)
  const openInvite = () => setInviting(true)
  keepPage(() => calls.ids().length > 0)
  createEffect(() => calls.isAnswering() && setInviting(false))
  makeInviteKey(openInvite)
  followLaunches(desk, calls, openInvite)
  ringAsChosen(() => ringChoice().isQuietAway && desk.inbox.me.status !== 'online')
  createAppBadge(() => attention.count())
  createPageTitle(() => t(titleOf(path.pathname)), attention.count)
  return (
    <InviteContext.Provider value={openInvite}>
      <CallsContext.Provider value={calls}>
        <div class="flex h-full flex-col-reverse md:flex-row">
          <OperatorNavigation hiddenOnPhone={isInside(path.pathname)} count={attention.count()} />
          <div class="flex min-h-0 min-w-0 flex-1 flex-col">
            <NewVersionStrip notice={NewVersionNotice} />
            <ConnectionStrip />
            <div class="flex min-h-0 flex-1 max-lg:flex-col-reverse">
              <main class="flex min-h-0 min-w-0 flex-1">
                <NotificationsContext.Provider value={notifications}>
                  <Suspense>{props.children}</Suspense>
                </NotificationsContext.Provider>
              </main>
              <CallDocks />
            </div>
          </div>
        </div>
        <JobPopup />
      </CallsContext.Provider>
      <Show when={inviting()}>
        <InviteDialog onClose={() => setInviting(false)} />
      </Show>
    </InviteContext.Provider>
  )
}

/** On a phone one pane fills the screen: inside of a conversation the bar would take the composer's place. */
function isInside(path: string): boolean {
  return /^\/(conversations|archive)\/./.test(path)
}

function titleOf(path: string) {
  if (path.startsWith('/archive')) return 'place.archive'
  return path.startsWith('/settings') ? 'place.settings' : 'place.conversations'
}
