// A step table says for each state which events lead on, and where to.
// What it does not list does not happen.

export type Steps<State extends string, Event extends string> = Readonly<
  Record<State, Readonly<Partial<Record<Event, State>>>>
>

/** The state after the event, or `null` where the table lists no such step. */
export function step<State extends string, Event extends string>(
  steps: Steps<State, Event>,
  from: State,
  event: Event,
): State | null {
  return steps[from][event] ?? null
}

/** The states that an event may happen in, for the WHERE of a compare-and-set. */
export function statesBefore<State extends string, Event extends string>(
  steps: Steps<State, Event>,
  event: Event,
): readonly State[] {
  return (Object.keys(steps) as State[]).filter((state) => steps[state][event] !== undefined)
}
