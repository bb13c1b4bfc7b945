// A line is this browser's end of a call: camera, connection, reconnects.
// Whether the call exists is the edge's to say (edge/domain/call.ts).

import type { Problem } from './problem.ts'

export type LineState =
  | { state: 'idle' }
  | { state: 'asking-camera' }
  /** `problem` says why it takes so long; the line keeps trying. */
  | { state: 'dialling'; problem?: Problem }
  | { state: 'connected'; since: number }
  | { state: 'reconnecting'; since: number; problem?: Problem }
  | { state: 'ended' }
  /** Trying on makes no sense before somebody does something. */
  | { state: 'failed'; problem: Problem }

export type LineEvent =
  /** The browser asks for camera and microphone. */
  | { event: 'asked' }
  /** The answer is there, and nobody is on the other end yet. */
  | { event: 'settled' }
  | { event: 'dialled' }
  | { event: 'up'; at: number }
  | { event: 'down'; at: number }
  | { event: 'troubled'; problem: Problem }
  | { event: 'failed'; problem: Problem }
  | { event: 'stopped' }

/** The state after the event, or `null` where no such step is listed: it is then none. */
export function stepLine(from: LineState, event: LineEvent): LineState | null {
  return (steps[from.state] as Row<LineState>)[event.event]?.(event, from) ?? null
}

type Row<From> = { [E in LineEvent['event']]?: (event: LineEvent, from: From) => LineState }
type Table = {
  [S in LineState['state']]: {
    [E in LineEvent['event']]?: (
      event: Extract<LineEvent, { event: E }>,
      from: Extract<LineState, { state: S }>,
    ) => LineState
  }
}

const ask = (): LineState => ({ state: 'asking-camera' })
const dial = (): LineState => ({ state: 'dialling' })
const end = (): LineState => ({ state: 'ended' })
const connect = ({ at }: { at: number }): LineState => ({ state: 'connected', since: at })
const fail = ({ problem }: { problem: Problem }): LineState => ({ state: 'failed', problem })

const table: Table = {
  idle: { asked: ask, dialled: dial },
  // The call is not held up by the question: it may be up before the answer.
  'asking-camera': {
    settled: () => ({ state: 'idle' }),
    dialled: dial,
    up: connect,
    failed: fail,
    stopped: end,
  },
  dialling: {
    up: connect,
    troubled: ({ problem }) => ({ state: 'dialling', problem }),
    failed: fail,
    stopped: end,
  },
  connected: {
    down: ({ at }) => ({ state: 'reconnecting', since: at }),
    failed: fail,
    stopped: end,
  },
  reconnecting: {
    up: connect,
    troubled: ({ problem }, { since }) => ({ state: 'reconnecting', since, problem }),
    failed: fail,
    stopped: end,
  },
  ended: { asked: ask, dialled: dial },
  failed: { asked: ask, dialled: dial, stopped: end },
}

const steps = table as unknown as Record<LineState['state'], Row<never>>
