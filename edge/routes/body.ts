// Requests are parsed at the door: one schema checks the body, types it, and documents it.

import { validator } from 'hono-openapi'
import * as v from 'valibot'
import { callWays, mostIn } from '../domain/call-report.ts'
import { endReasons } from '../domain/conversation.ts'
import { assignments, defaultLifetime, inviteMessageLimit, languages, lifetimes } from '../domain/invite.ts'
import { operatorStatuses } from '../domain/job.ts'
import { hints, visitSteps } from '../domain/progress.ts'
import { pushPlatforms } from '../domain/push-device.ts'
import { isTimeOfDay, isTimeZone } from '../domain/push-settings.ts'
import { Refusal } from '../domain/refusal.ts'
import { restartKinds, sdpLimit } from '../domain/restart.ts'
import { commentLimit, ratings } from '../domain/survey.ts'

/** Refuses a body that does not fit with "invalid-input", naming the field in `details.field`. */
export function body<const S extends v.GenericSchema>(schema: S) {
  return validator('json', schema, (result) => {
    if (result.success) return
    const [issue] = result.error
    const path = (issue?.path ?? []).map((part) =>
      typeof part === 'object' ? String(part.key) : String(part),
    )
    throw new Refusal('invalid-input', issue?.message ?? 'The request is not understood.', {
      field: path.join('.'),
    })
  })
}

const id = v.pipe(v.string(), v.uuid())
const line = (limit: number) => v.pipe(v.string(), v.trim(), v.maxLength(limit))
const filled = (limit: number) => v.pipe(line(limit), v.nonEmpty('This must not be empty.'))
const secret = v.pipe(v.string(), v.maxLength(1_000))
const limit = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(50))
const roles = v.picklist(['admin', 'operator'])

export const credentials = v.strictObject({
  email: v.pipe(v.string(), v.trim(), v.maxLength(320)),
  password: secret,
})

export const joinToken = v.strictObject({ token: secret })

export const joining = v.strictObject({
  token: secret,
  name: filled(80),
  password: v.pipe(secret, v.minLength(10, 'A password has at least ten characters.')),
})

export const status = v.strictObject({ status: v.picklist(operatorStatuses) })

export const invite = v.strictObject({
  phone: v.pipe(v.string(), v.maxLength(40)),
  customerName: v.optional(line(80), ''),
  message: v.optional(line(inviteMessageLimit), ''),
  assignment: v.picklist(assignments),
  departmentId: v.optional(v.nullable(id), null),
  operatorId: v.optional(v.nullable(id), null),
  language: v.optional(v.picklist(languages), 'en'),
  lifetimeHours: v.optional(v.picklist(lifetimes), defaultLifetime),
})

export const message = v.strictObject({ text: v.string() })

export const tag = v.strictObject({ tag: v.pipe(v.string(), v.maxLength(200)) })

export const reason = v.strictObject({ reason: v.picklist(endReasons) })

export const destination = v.pipe(
  v.strictObject({ departmentId: v.optional(id), operatorId: v.optional(id) }),
  v.check(
    (to) => (to.departmentId === undefined) !== (to.operatorId === undefined),
    'Choose a department or an operator.',
  ),
)

export const newOperator = v.strictObject({
  email: v.pipe(v.string(), v.trim(), v.maxLength(320), v.email('This is not an e-mail address.')),
  role: roles,
  departmentIds: v.optional(v.array(id), []),
  conversationLimit: v.optional(limit, 3),
})

export const operatorChange = v.strictObject({
  role: v.optional(roles),
  departmentIds: v.optional(v.array(id)),
  conversationLimit: v.optional(limit),
  disabled: v.optional(v.boolean()),
})

export const department = v.strictObject({ name: filled(80), memberIds: v.optional(v.array(id), []) })

export const template = v.strictObject({
  name: filled(80),
  language: v.picklist(languages),
  text: filled(inviteMessageLimit),
})

export const teamSettings = v.strictObject({ customersMayCall: v.boolean() })

const base64url = (pattern: RegExp) => v.pipe(v.string(), v.regex(pattern, 'This is not a browser’s key.'))

/** As `PushSubscription.toJSON()` has it: a point of 65 bytes, and 16 bytes. */
export const pushSubscription = v.strictObject({
  endpoint: v.pipe(v.string(), v.maxLength(1_024)),
  p256dh: base64url(/^B[\w-]{86}$/),
  auth: base64url(/^[\w-]{22}$/),
  name: filled(80),
  platform: v.picklist(pushPlatforms),
  lang: v.picklist(languages),
})

export const pushDevice = v.strictObject({ enabled: v.boolean() })

export const canaryArrival = v.strictObject({ token: v.pipe(v.string(), v.maxLength(200)) })

const timeOfDay = v.pipe(v.string(), v.check(isTimeOfDay, 'This is not a time of day.'))

export const pushSettings = v.strictObject({
  jobs: v.boolean(),
  messages: v.boolean(),
  firstNames: v.boolean(),
  quiet: v.nullable(
    v.strictObject({
      from: timeOfDay,
      to: timeOfDay,
      timeZone: v.pipe(v.string(), v.maxLength(64), v.check(isTimeZone, 'This is not a time zone.')),
    }),
  ),
})

export const progress = v.strictObject({ step: v.picklist(visitSteps) })

export const hint = v.strictObject({ hint: v.picklist(hints) })

const upTo = (most: number) => v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(most))

export const callReport = v.strictObject({
  way: v.nullable(v.picklist(callWays)),
  restarts: upTo(mostIn.count),
  seconds: upTo(mostIn.seconds),
  stillSeconds: upTo(mostIn.seconds),
  firstFrameMs: v.nullable(upTo(mostIn.ms)),
  roundTripMedianMs: v.nullable(upTo(mostIn.ms)),
  roundTripP95Ms: v.nullable(upTo(mostIn.ms)),
  lossPercent: v.pipe(v.number(), v.minValue(0), v.maxValue(100)),
  kbps: upTo(mostIn.kbps),
  freezes: upTo(mostIn.count),
  frozenSeconds: upTo(mostIn.seconds),
})

export const linkOpening = v.strictObject({
  token: v.pipe(v.string(), v.maxLength(200)),
  code: v.optional(v.pipe(v.string(), v.maxLength(200))),
})

const turn = v.pipe(v.number(), v.safeInteger(), v.minValue(0))

/** Without a word it only asks for the other side's. */
export const restart = v.strictObject({
  word: v.optional(
    v.strictObject({
      line: v.pipe(v.string(), v.nonEmpty(), v.maxLength(64)),
      turn,
      kind: v.picklist(restartKinds),
      to: turn,
      sdp: v.pipe(v.string(), v.maxLength(sdpLimit)),
    }),
  ),
})

export const survey = v.strictObject({
  rating: v.picklist(ratings),
  comment: v.optional(line(commentLimit), ''),
})
