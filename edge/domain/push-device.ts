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
