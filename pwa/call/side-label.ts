import type { Side } from '../../edge/domain/tickets.ts'

/** A picture is named after whom it shows, on both sides alike. */
export function sideLabel(side: Side) {
  return `call.video.${side}` as const
}
