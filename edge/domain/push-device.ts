// A browser that gets an operator's notifications: what it says of itself, and whether pushes were seen to arrive.

import type { Language } from './invite.ts'

export const pushPlatforms = ['android', 'ios', 'mac', 'windows', 'linux', 'other'] as const
export type PushPlatform = (typeof pushPlatforms)[number]

/** What a browser hands in once it has subscribed; keys are base64url, as `PushSubscription.toJSON()` has them. */
export interface PushSubscriptionBody {
  endpoint: string
  p256dh: string
  auth: string
  /** As people call it: "Chrome on Windows". */
  name: string
  platform: PushPlatform
  /** The language that its notifications are written in. */
  lang: Language
}

/** `failed`: a test push was not confirmed in time, so nobody counts on this device until one is. */
export const canaryStates = ['none', 'pending', 'confirmed', 'failed'] as const
export type CanaryState = (typeof canaryStates)[number]

/** How long a device has to confirm a test push. */
export const canaryMs = 20_000

/** A failed device is tried again sooner than one that works is looked after. */
export const quietCanaryMs = { confirmed: 60 * 60_000, failed: 10 * 60_000 } as const

/**
 * What is known of why pushes do not arrive. `keys-refused`: the service does not take our VAPID keys; `refused`: it
 * takes no such push; `unreachable`: it does not answer. `null` with a failed test: it was taken, and never came.
 */
export const pushProblems = ['keys-refused', 'refused', 'unreachable'] as const
export type PushProblem = (typeof pushProblems)[number]

/** How long a page that said so counts as listening: it says it with the stream's heartbeats, and one may be lost. */
export const listeningMs = 40_000
