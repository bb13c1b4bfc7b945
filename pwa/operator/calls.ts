import { type Accessor, createContext, createMemo, createSignal, onCleanup, useContext } from 'solid-js'
import type { ConversationSummary } from '../../edge/domain/wire.ts'
import { keep, readKept } from '../platform/kept.ts'
import type { Desk } from './desk.ts'

const kept = 'visavis.calls'
// A weak connection takes longer than anybody looks at a button that was pressed.
const patienceMs = 400

/**
 * Of which conversations this browser holds a line, wherever in the app the operator is. A call belongs to the
 * browser that took or placed it: the operator's other devices see that there is one, and keep out of it.
 */
export interface Calls {
  ids: Accessor<readonly string[]>
  /** Also the conversation whose job rings: its line comes to the broker meanwhile, unseen. */
  docks: Accessor<readonly string[]>
  isOffered(id: string): boolean
  /** Its line is up. */
  cameUp(id: string): void
  /** Resolves then; or soon in any case, where the network takes its time. */
  whenUp(id: string): Promise<void>
  /** Whether a picture is to be seen, and wants its room. */
  isLive: Accessor<boolean>
  /** Green was pressed: the line gets ready while the edge still decides. */
  expect(id: string): void
  isExpected(id: string): boolean
  /** Whether a job was just accepted: nothing may lie over the call then. */
  isAnswering: Accessor<boolean>
  /** The call was taken or placed here, or fetched from another device, and comes back here after a reload. */
  own(callId: string): void
  /** Another device has fetched it: what this one shows stays, but a reload leaves the call there. */
  release(callId: string): void
  /** The edge decided: from now on its word alone counts. */
  settle(id: string): void
}

export function createCalls(desk: Desk): Calls {
  const [expected, setExpected] = createSignal<readonly string[]>([])
  const [owned, setOwned] = createSignal(readKept<string[]>(kept) ?? [])
  const hold = (calls: readonly string[]) => setOwned((all) => [...new Set([...all, ...calls])])
  const otherTab = ({ key }: StorageEvent) => key === kept && hold(readKept<string[]>(kept) ?? [])
  addEventListener('storage', otherTab)
  onCleanup(() => removeEventListener('storage', otherTab))
  const concernsUs = ({ call }: ConversationSummary) =>
    call !== null && (owned().includes(call.id) || (call.state === 'ringing' && call.placedBy === 'customer'))
  const open = () =>
    desk.inbox.conversations
      .filter((summary) => concernsUs(summary) && summary.operator?.id === desk.inbox.me.id)
      .map((summary) => summary.id as string)
  const ids = createMemo(() => [...new Set([...open(), ...expected()])], [], { equals: sameList })
  const offered = (): string | undefined => desk.inbox.offer?.conversationId
  const docks = createMemo(() => [...new Set([...ids(), ...some(offered())])], [], { equals: sameList })
  const waiting = new Map<string, () => void>()
  return {
    ids,
    docks,
    isOffered: (id) => offered() === id,
    cameUp: (id) => waiting.get(id)?.(),
    whenUp: (id) =>
      new Promise<void>((resolve) => {
        waiting.set(id, resolve)
        setTimeout(resolve, patienceMs)
      }).finally(() => waiting.delete(id)),
    isLive: createMemo(() => ids().some((id) => desk.conversation(id)?.call?.state === 'live')),
    expect: (id) => setExpected((all) => [...all, id]),
    own(callId) {
      keep(kept, [...keptWithout(callId).slice(-9), callId])
      hold([callId])
    },
    release: (callId) => keep(kept, keptWithout(callId)),
    isExpected: (id) => expected().includes(id),
    isAnswering: () => expected().length > 0,
    settle: (id) => setExpected((all) => all.filter((other) => other !== id)),
  }
}

const some = (id: string | undefined) => (id ? [id] : [])

function keptWithout(callId: string): string[] {
  return (readKept<string[]>(kept) ?? []).filter((id) => id !== callId)
}

function sameList(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((id) => b.includes(id))
}

export const CallsContext = createContext<Calls>()

export function useCalls(): Calls {
  const calls = useContext(CallsContext)
  if (!calls) throw new Error('useCalls() stands outside of the frame')
  return calls
}
