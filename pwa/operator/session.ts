import { type Accessor, createContext, createSignal, onCleanup, useContext } from 'solid-js'
import type { Inbox, Me } from '../../edge/domain/wire.ts'
import { forgetKeptFiles } from '../conversation/attachments/kept-files.ts'
import { keep, readKept } from '../platform/kept.ts'
import { unsubscribe } from '../platform/push-subscription.ts'
import { EdgeError, request } from '../platform/request.ts'
import { forgetSharedFiles } from '../platform/shared-files.ts'
import type { Device } from './device/device.ts'
import { takeHandedInbox } from './last-picture.ts'

export type SessionState =
  | { state: 'asking' }
  | { state: 'unreachable'; error: unknown }
  | { state: 'signed-out' }
  /** `start` is the inbox as this device saw it last: shown at once, and brought up to date. */
  | { state: 'signed-in'; me: Me; start: Inbox | null }

export interface Session {
  state: Accessor<SessionState>
  /** Asks the edge who we are; the cookie is its own business. What the device keeps is shown meanwhile. */
  ask(): Promise<void>
  enter(me: Me): Promise<void>
  signOut(): Promise<void>
}

const channelName = 'visavis.session'
// The cookie is out of a page's reach: signed out without the network, it is ended when the network is back.
const owed = 'visavis.sign-out-owed'
// Storage that takes its time does not keep the app's outline from the screen.
const patienceMs = 300

/** The inbox as this device saw it last, of whoever is signed in; `null` where none is to be shown, or not so soon. */
export async function lastSeen(device: Pick<Device, 'lastInbox'>): Promise<Inbox | null> {
  const handed = takeHandedInbox()
  if (readKept<boolean>(owed)) return null
  if (handed) return handed
  const late = new Promise<null>((resolve) => setTimeout(resolve, patienceMs, null))
  return Promise.race([device.lastInbox(), late])
}

/** `start` is shown until the edge has answered. */
export function createSession(device: Device, start: Inbox | null = null): Session {
  const [state, setState] = createSignal<SessionState>(start ? seen(start) : { state: 'asking' })
  const isSignedIn = () => state().state === 'signed-in'
  const channel = typeof BroadcastChannel === 'function' ? new BroadcastChannel(channelName) : null
  // Another tab signed out: this one shows nothing any more, and lets go of what is being deleted.
  if (channel) channel.onmessage = () => void forget('everything')
  onCleanup(() => channel?.close())

  async function forget(what: Parameters<Device['wipe']>[0]) {
    setState({ state: 'signed-out' })
    if (what === 'everything') {
      forgetKeptFiles()
      void forgetSharedFiles()
    }
    await device.wipe(what)
  }

  /** Somebody took this device out of the account: what the browser is told from now on is nobody's. */
  async function leaveDevice() {
    void unsubscribe().catch(() => {})
    await forget('everything')
  }

  async function ask() {
    if (readKept<boolean>(owed) && !(await payOwed())) return void setState({ state: 'signed-out' })
    if (!isSignedIn()) await showKept()
    try {
      await welcome(await request<Me>('GET', '/api/session'))
    } catch (error) {
      if (error instanceof EdgeError && error.status === 401)
        return error.code === 'session-revoked' ? leaveDevice() : forget('all but the unsent')
      if (!isSignedIn()) setState({ state: 'unreachable', error })
    }
  }

  async function showKept() {
    const found = await device.lastInbox()
    if (found) setState(seen(found))
  }

  async function welcome(me: Me) {
    const now = state()
    const isSame = now.state === 'signed-in' && now.me.id === me.id
    if (!isSame) return enter(me)
    if (!(await device.hasKey())) await device.begin(me).catch(() => {})
  }

  async function enter(me: Me) {
    await device.begin(me).catch(() => {})
    setState({ state: 'signed-in', me, start: null })
  }

  async function payOwed(): Promise<boolean> {
    try {
      await request('DELETE', '/api/session')
    } catch (error) {
      if (!(error instanceof EdgeError) || error.status !== 401) return false
    }
    keep(owed, false)
    return true
  }

  return {
    state,
    ask,
    enter,
    async signOut() {
      keep(owed, true)
      channel?.postMessage('signed out')
      await forget('everything')
      await payOwed()
    },
  }
}

function seen(start: Inbox): SessionState {
  return { state: 'signed-in', me: start.me, start }
}

export const SessionContext = createContext<Session>()

export function useSession(): Session {
  const session = useContext(SessionContext)
  if (!session) throw new Error('useSession() stands outside of its provider')
  return session
}
