// Where is the customer stuck? Their page says how far it got, and the team sees it live.

export const visitSteps = [
  'in-app-browser',
  'camera-asked',
  'camera-ready',
  'camera-denied',
  'camera-missing',
  'camera-busy',
  'connected',
  'line-lost',
] as const
export type VisitStep = (typeof visitSteps)[number]

/** The one hint that helps; the customer's page says it in the customer's language. */
export const hints = [
  'allow-camera',
  'open-real-browser',
  'close-other-apps',
  'find-better-network',
  'reload-page',
] as const
export type Hint = (typeof hints)[number]

/** The hint that fits where the customer is, or `null` where all is well. */
export function hintFor(step: VisitStep): Hint | null {
  return fitting[step] ?? null
}

const fitting: Partial<Record<VisitStep, Hint>> = {
  'in-app-browser': 'open-real-browser',
  'camera-asked': 'allow-camera',
  'camera-denied': 'allow-camera',
  'camera-busy': 'close-other-apps',
  'line-lost': 'find-better-network',
}
