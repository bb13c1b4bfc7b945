import { type AnyEvent, eventTypes } from '../../edge/domain/events.ts'
import { makeEventStream, type StreamHandlers } from './event-stream.ts'
import { makePatientFetch } from './patient-fetch.ts'
import { makeRecentEvents, type RecentEvents } from './recent-events.ts'
import type { TabWord } from './tab-word.ts'

export type Locks = Pick<LockManager, 'request'>

// The edge is heard every 15 s, so a tab that holds the stream and says nothing for this long holds nothing.
const silenceMs = 60_000
// A tab that was frozen itself wakes up late: it asks before it takes.
const answerMs = 5_000

/** As for a stream of one's own. The team sees every type of event. */
type TeamHandlers = Omit<StreamHandlers, 'types'>

/**
 * The event stream of all tabs of this browser, over one connection: a lock says which tab holds it, and that one
 * tells the others. When it goes, the next goes on from where it stands itself. A tab that comes too late
 * for what the holder still knows is told `refused(410)`. `heard` is the holder's alone. Returns the end of this tab's part.
 */
export function makeSharedStream(
  name: string,
  path: string,
  after: number,
  on: TeamHandlers,
  locks: Locks | undefined = navigator.locks,
): () => void {
  // Plain http on another machine has no locks.
  if (!locks || typeof BroadcastChannel !== 'function') return patientStream(path, after, on)

  const channel = new BroadcastChannel(name)
  const end = new AbortController()
  let last = after
  let recent: RecentEvents | null = null
  let state: Parameters<StreamHandlers['state']>[0] = 'connecting'
  let silence: ReturnType<typeof setTimeout> | undefined

  const tell = (word: TabWord) => !end.signal.aborted && channel.postMessage(word)

  /** What came, wherever from: each event counts once. */
  function take(word: TabWord) {
    if (word.say === 'event') {
      if (word.event.seq <= last) return
      last = word.event.seq
      on.event(word.event)
    } else if (word.say === 'signal') on.signal?.(word.signal)
    else if (word.say === 'state') on.state(word.state)
    else if (word.say === 'refused') on.refused?.(word.status)
  }

  /** To the others, and to ourselves. */
  function spread(word: TabWord) {
    tell(word)
    take(word)
  }

  function lead(): Promise<void> {
    clearTimeout(silence)
    const kept = makeRecentEvents(last)
    recent = kept
    const stop = patientStream(path, last, {
      event(event: AnyEvent) {
        kept.add(event)
        spread({ say: 'event', event })
      },
      signal: (signal) => spread({ say: 'signal', signal }),
      state(next) {
        state = next
        spread({ say: 'state', state: next })
      },
      refused: (status) => spread({ say: 'refused', status }),
      heard() {
        tell({ say: 'heard' })
        on.heard?.()
      },
    })
    // Whoever stands before us would never get what came in between.
    tell({ say: 'gap', before: last })
    return new Promise<void>((resolve) => end.signal.addEventListener('abort', () => resolve())).finally(stop)
  }

  /** A tab came and stands at `from`: it gets what it lacks, or learns that we do not know it any more. */
  function welcome(kept: RecentEvents, from: number) {
    const missed = kept.after(from)
    if (!missed) return tell({ say: 'gap', before: kept.start() })
    for (const event of missed) tell({ say: 'event', event })
    tell({ say: 'state', state })
  }

  function follow(word: TabWord) {
    listenForSilence()
    if (word.say === 'gap' && last < word.before) return on.refused?.(410)
    take(word)
  }

  channel.onmessage = ({ data }: MessageEvent<TabWord>) => {
    if (recent) return data.say === 'hello' ? void welcome(recent, data.after) : undefined
    if (data.say !== 'hello') follow(data)
  }

  function queue(options: LockOptions) {
    const held = () => (end.signal.aborted ? undefined : lead())
    locks?.request(name, options, held).catch(giveUp)
  }

  // The lock was taken from us, because we were not heard; whoever has it now may lead, and we follow.
  function giveUp() {
    if (end.signal.aborted || !recent) return
    end.abort()
    on.refused?.(410)
  }

  function listenForSilence() {
    clearTimeout(silence)
    if (!end.signal.aborted) silence = setTimeout(ask, silenceMs)
  }

  function ask() {
    tell({ say: 'hello', after: last })
    silence = setTimeout(() => queue({ steal: true }), answerMs)
  }

  queue({ signal: end.signal })
  listenForSilence()
  tell({ say: 'hello', after })
  return () => {
    end.abort()
    clearTimeout(silence)
    channel.close()
  }
}

/** A stream that also gets through a proxy which keeps answers back; those come and go, and are no news. */
function patientStream(path: string, after: number, on: TeamHandlers): () => void {
  const patient = makePatientFetch()
  const state: StreamHandlers['state'] = (next) => {
    if (next !== 'connecting' || !patient.isHeld()) on.state(next)
  }
  return makeEventStream(path, after, { ...on, types: eventTypes, state, get: patient.get })
}
