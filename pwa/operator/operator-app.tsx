import { Route, Router } from '@solidjs/router'
import type { ParentProps } from 'solid-js'
import type { Inbox } from '../../edge/domain/wire.ts'
import { later } from '../conversation/later.tsx'
import { ToastsProvider } from '../shell/toasts.tsx'
import { useWords } from '../words/words.tsx'
import { ConversationsPage } from './conversations-page.tsx'
import { DeskGate } from './desk-gate.tsx'
import { type Device, DeviceContext } from './device/device.ts'
import { Frame } from './frame.tsx'
import { NotFound } from './not-found.tsx'
import { createSession, SessionContext } from './session.ts'
import { SessionGate } from './session-gate.tsx'

const Join = later(async () => (await import('./join.tsx')).Join)
const ArchivePage = later(async () => (await import('./archive-page.tsx')).ArchivePage)
const StatisticsPage = later(async () => (await import('./statistics/statistics-page.tsx')).StatisticsPage)
const SettingsPage = later(async () => (await import('./settings-page.tsx')).SettingsPage)
const SharePage = later(async () => (await import('./share-page.tsx')).SharePage)

/** `start`: what was seen here last, to be shown until the edge has answered. */
export function OperatorApp(props: { device: Device; start: Inbox | null }) {
  const session = createSession(props.device, props.start)
  const { t } = useWords()
  return (
    <DeviceContext.Provider value={props.device}>
      <SessionContext.Provider value={session}>
        <ToastsProvider closeLabel={t('common.close')}>
          <Router>
            <Route path="/join" component={Join} />
            <Route path="/" component={SignedIn}>
              <Route path={['/', '/conversations/:id']} component={ConversationsPage} />
              <Route path={['/archive', '/archive/:id']} component={ArchivePage} />
              <Route path="/statistics" component={StatisticsPage} />
              <Route path="/settings" component={SettingsPage} />
              <Route path="/share" component={SharePage} />
              <Route path="*" component={NotFound} />
            </Route>
          </Router>
        </ToastsProvider>
      </SessionContext.Provider>
    </DeviceContext.Provider>
  )
}

function SignedIn(props: ParentProps) {
  return (
    <SessionGate>
      <DeskGate>
        <Frame>{props.children}</Frame>
      </DeskGate>
    </SessionGate>
  )
}
