import { createEffect, createResource, createSignal, on, onCleanup, type ParentProps, Show } from 'solid-js'
import type { Inbox } from '../../edge/domain/wire.ts'
import { painted } from '../platform/painted.ts'
import { EdgeError } from '../platform/request.ts'
import { createDesk, DeskContext } from './desk.ts'
import { type Device, useDevice } from './device/device.ts'
import { fetchInbox } from './fetch-inbox.ts'
import { takePicture } from './last-picture.ts'
import { createOutbox, OutboxContext } from './outbox/create-outbox.ts'
import { useSession } from './session.ts'
import { StartFailed, Starting } from './starting.tsx'

// An edge that refuses the stream again and again is not to be hammered.
const breathMs = 3_000
// Events come in bursts; the last of them is what is worth a disk's while.
const keepAfterMs = 1_000
// After days away it is quicker to begin anew than to be told of everything.
const tooMany = 500

/** Sets up the desk on the inbox, as this device kept it or as it is fetched; anew when the stream lost its place. */
export function DeskGate(props: ParentProps) {
  const session = useSession()
  const now = session.state()
  const kept = now.state === 'signed-in' ? now.start : null
  // What is kept is drawn in the first frame, without the detour of asking for it.
  const [isWanted, setWanted] = createSignal(kept === null)
  const fetchOrAsk = async () => {
    try {
      return await fetchInbox()
    } catch (error) {
      if (error instanceof EdgeError && error.status === 401) void session.ask()
      throw error
    }
  }
  const [inbox, { mutate, refetch }] = createResource<Inbox | null, true>(isWanted, fetchOrAsk, {
    initialValue: kept,
  })
  const askAgain = () => (isWanted() ? void refetch() : void setWanted(true))
  return (
    <Show when={!inbox.error} fallback={<StartFailed error={inbox.error} onRetry={askAgain} />}>
      <Show when={inbox.latest} keyed fallback={<Starting />}>
        {(start) => (
          <DeskHost
            start={start}
            isStale={start === kept}
            onFresh={(fresh) => mutate(fresh)}
            onLost={() => setTimeout(askAgain, breathMs)}
          >
            {props.children}
          </DeskHost>
        )}
      </Show>
    </Show>
  )
}

// A desk's life is that of the inbox it started from.
function DeskHost(
  props: ParentProps<{ start: Inbox; isStale: boolean; onFresh(inbox: Inbox): void; onLost(): void }>,
) {
  const session = useSession()
  const device = useDevice()
  const keeper = makeInboxKeeper(device)
  const desk = createDesk(
    props.start,
    {
      signedOut: () => void session.ask(),
      lost: () => props.onLost(),
      changed: keeper.keep,
    },
    props.isStale,
  )
  const isOpen = () => desk.connection() === 'open'
  const outbox = createOutbox(device.outbox, { me: props.start.me.id, isOpen })
  keeper.keep(props.start)
  onCleanup(keeper.end)
  // The stream tells what has happened since; what does not come as an event, such as a ring that goes on, is asked for.
  if (props.isStale) {
    void painted().then(catchUp)
    createEffect(on(isOpen, (open) => open && void catchUp(), { defer: true }))
  }
  async function catchUp() {
    const fresh = await fetchInbox().catch(() => null)
    if (!fresh) return
    if (fresh.seq - props.start.seq > tooMany) props.onFresh(fresh)
    else if (!desk.renew(fresh)) void catchUp()
  }
  return (
    <DeskContext.Provider value={desk}>
      <OutboxContext.Provider value={outbox}>{props.children}</OutboxContext.Provider>
    </DeskContext.Provider>
  )
}

function makeInboxKeeper(device: Device) {
  let last: Inbox | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  function save() {
    clearTimeout(timer)
    timer = undefined
    if (last) void device.keepInbox(last)
    last = null
    const picture = takePicture(document.getElementById('app'))
    if (picture) void device.keepPicture(picture)
  }
  // A page that is left may not come back.
  const leave = () => document.visibilityState === 'hidden' && save()
  document.addEventListener('visibilitychange', leave)
  return {
    keep(inbox: Inbox) {
      last = inbox
      timer ??= setTimeout(save, keepAfterMs)
    },
    end() {
      clearTimeout(timer)
      document.removeEventListener('visibilitychange', leave)
    },
  }
}
