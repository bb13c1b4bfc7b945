import type { Trend } from '../../../../pwa/call/quality/trend.ts'

/** A moment in which all is well, but for what is said. */
export function moment(
  facts: { incoming?: Partial<Trend['incoming']>; outgoing?: Partial<Trend['outgoing']> } & Partial<
    Pick<Trend, 'roundTripMs' | 'way' | 'seconds'>
  > = {},
): Trend {
  const flow = { kbps: 1_000, packets: 200, lost: 0, loss: 0, height: 720, fps: 30 }
  return {
    seconds: 2,
    roundTripMs: 40,
    way: 'direct',
    ...facts,
    incoming: { ...flow, concealed: 0, freezes: 0, frozen: 0, ...facts.incoming },
    outgoing: { ...flow, roomKbps: 2_000, isSated: true, ...facts.outgoing },
  }
}
