import { type Accessor, createContext, createSignal, useContext } from 'solid-js'
import type { Me } from '../../edge/domain/wire.ts'
import { forgetKeptFiles } from '../conversation/attachments/kept-files.ts'
import { EdgeError, request } from '../platform/request.ts'

export type SessionState =
  | { state: 'asking' }
  | { state: 'unreachable'; error: unknown }
  | { state: 'signed-out' }
  | { state: 'signed-in'; me: Me }

export interface Session {
  state: Accessor<SessionState>
  /** Asks the edge who we are; the cookie is its own business. */
  ask(): Promise<void>
  enter(me: Me): void
  /** The edge said so already. */
  forget(): void
  signOut(): Promise<void>
}

export function createSession(): Session {
  const [state, setState] = createSignal<SessionState>({ state: 'asking' })
  const forget = () => setState({ state: 'signed-out' })

  async function ask() {
    try {
      setState({ state: 'signed-in', me: await request<Me>('GET', '/api/session') })
    } catch (error) {
      const unknown = error instanceof EdgeError && error.status === 401
      setState(unknown ? { state: 'signed-out' } : { state: 'unreachable', error })
    }
  }

  return {
    state,
    ask,
    forget,
    enter: (me) => setState({ state: 'signed-in', me }),
    async signOut() {
      await request('DELETE', '/api/session')
      forgetKeptFiles()
      forget()
    },
  }
}

export const SessionContext = createContext<Session>()

export function useSession(): Session {
  const session = useContext(SessionContext)
  if (!session) throw new Error('useSession() stands outside of its provider')
  return session
}
