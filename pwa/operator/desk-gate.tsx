import { createResource, type ParentProps, Show } from 'solid-js'
import type { Inbox } from '../../edge/domain/wire.ts'
import { EdgeError, request } from '../platform/request.ts'
import { createDesk, DeskContext } from './desk.ts'
import { useSession } from './session.ts'
import { StartFailed, Starting } from './starting.tsx'

// An edge that refuses the stream again and again is not to be hammered.
const breathMs = 3_000

/** Fetches the inbox and sets up the desk on it; sets it up anew when the stream lost its place. */
export function DeskGate(props: ParentProps) {
  const session = useSession()
  const [inbox, { refetch }] = createResource(async () => {
    try {
      return await request<Inbox>('GET', '/api/inbox')
    } catch (error) {
      if (error instanceof EdgeError && error.status === 401) session.forget()
      throw error
    }
  })
  return (
    <Show when={!inbox.error} fallback={<StartFailed error={inbox.error} onRetry={refetch} />}>
      <Show when={inbox.latest} keyed fallback={<Starting />}>
        {(start) => (
          <DeskHost start={start} onLost={() => setTimeout(refetch, breathMs)}>
            {props.children}
          </DeskHost>
        )}
      </Show>
    </Show>
  )
}

// A desk's life is that of the inbox it started from.
function DeskHost(props: ParentProps<{ start: Inbox; onLost(): void }>) {
  const session = useSession()
  const desk = createDesk(props.start, { signedOut: session.forget, lost: () => props.onLost() })
  return <DeskContext.Provider value={desk}>{props.children}</DeskContext.Provider>
}
