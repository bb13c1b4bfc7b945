import { type Accessor, createMemo, untrack } from 'solid-js'
import type { OpenCall } from '../../edge/domain/wire.ts'
import type { Line } from './line.ts'

/** The edge decides and the line follows: live brings it up, also after a reload, and no call takes it down. */
export function followCall(line: Line, call: Accessor<OpenCall | null>): void {
  let wasOpen = false
  // Not an effect: those come after all that is drawn, and what is drawn first would be in the answer's way.
  createMemo(() => {
    const open = call()
    // A store changes the call in place: reading all of it here is what brings us back when it is answered.
    const now = open && { ...open }
    untrack(() => follow(now))
  })

  function follow(now: OpenCall | null): void {
    if (now?.state === 'live') line.start(now)
    // Whoever calls gets ready while it rings. The called side's camera stays dark until they accept.
    else if (now?.placedBy === line.side) line.prepare()
    else if (!now && wasOpen) line.stop()
    wasOpen = now !== null
  }
}
