// What every route is given, and how a request becomes a verb's context.

import type { Context as HonoContext } from 'hono'
import type { BrokerChoice } from '../actions/choose-broker.ts'
import type { Context, Means, OperatorContext } from '../actions/context.ts'
import type { FileContext, FileMeans } from '../actions/file-context.ts'
import type { Seat } from '../actions/seat.ts'
import type { PhoneNumber, SmsState } from '../domain/sms.ts'
import type { Metrics } from '../gateways/metrics.ts'
import type { RelayGateway } from '../gateways/relay.ts'
import type { WakeUpBus } from '../gateways/wake-up.ts'
import type { LineSettings } from '../views/line-ticket.ts'
import type { Operator } from '../views/people.ts'
import type { LogTail } from './log-tail.ts'

export interface Edge extends Means, FileMeans {
  bus: WakeUpBus
  tail: LogTail
  /** This one's name among several; `null` where there are no others. */
  instance: string | null
  line: LineSettings
  relay: RelayGateway
  brokers: BrokerChoice
  phoneNumbers: PhoneNumbers
  /** The house's VAPID key, which browsers subscribe with. */
  pushPublicKey: string
  /** `null` where Twilio is not configured. */
  twilioCallbacks: TwilioCallbacks | null
  /** Aborts when the process is asked to end: streams then tell their readers. */
  closing: AbortSignal
  /** The caller's network address, behind as many proxies as are trusted. */
  addressOf(request: HonoContext): string
  allowedOrigins: readonly string[]
  metrics: Metrics
  /** What a reader of the metrics brings that does not come from this machine; `null` lets no such one in. */
  metricsToken: string | null
  /** Whether a request comes from this very machine, and not through a proxy that stands on it. */
  isHere(request: HonoContext): boolean
  log(line: LogLine): void
}

export interface PhoneNumbers {
  /** `null` for what is no number that can get an SMS. */
  read(text: string, defaultCountry: string): Promise<PhoneNumber | null>
  countryOf(phone: PhoneNumber): Promise<string | null>
}

/** Each is `null` for a request that Twilio did not sign. */
export interface TwilioCallbacks {
  readStatus(
    request: SignedForm,
  ): { sid: string; smsId: string | null; status: SmsState; errorCode: number | null } | null
  readIncoming(request: SignedForm): { from: PhoneNumber; optOut: 'stop' | 'start' | null } | null
}

export interface SignedForm {
  /** The address that Twilio was given. */
  url: string
  form: Record<string, string>
  signature: string
}

export interface LogLine {
  level: 'debug' | 'info' | 'warn' | 'error'
  what: string
  [fact: string]: unknown
}

export interface Vars {
  requestId: string
  /** Set behind `signedIn`. */
  operator: Operator
  sessionHash: string
  /** Set behind `ofDevice`. */
  deviceHash: string
  /** What stands in the page that is answered, as a security policy names it. */
  pageScripts?: string[]
}

export type Env = { Variables: Vars }
export type Request = HonoContext<Env>

const keyShape = /^[\x21-\x7e]{8,100}$/

export function keyOf(request: Request): string | null {
  const key = request.req.header('idempotency-key')
  return key && keyShape.test(key) ? key : null
}

/** A context for a verb of somebody who is not known yet: signing in, opening a link, Twilio. */
export function strangerContext(edge: Edge, actor: Context['actor']): Context {
  return { ...edge, actor, scope: 'nobody', key: null }
}

export function operatorContext(edge: Edge, request: Request): OperatorContext {
  const { id, name, role } = request.get('operator')
  const actor = { kind: 'operator', id, name } as const
  return { ...edge, actor, me: { id, name, role }, scope: `operator:${id}`, key: keyOf(request) }
}

export function customerContext(edge: Edge, request: Request, conversationId: string): Context {
  // By device: whoever merely knows a conversation's id and a key must not get the answer that was kept for them.
  const scope = `customer:${conversationId}:${request.get('deviceHash')}`
  return { ...edge, actor: { kind: 'customer' }, scope, key: keyOf(request) }
}

/** The same, for a verb that has to do with files. */
export function withFiles({ files, attachmentLimits }: Edge, context: Context): FileContext {
  return { ...context, files, attachmentLimits }
}

export function operatorSeat(request: Request, conversationId: string): Extract<Seat, { side: 'operator' }> {
  const { id, name, role } = request.get('operator')
  return { side: 'operator', conversationId, me: { id, name, role } }
}

/** For now: what lasts, as a stream does, takes its seat anew each time it looks. */
export function customerSeat(
  edge: Edge,
  request: Request,
  conversationId: string,
): Extract<Seat, { side: 'customer' }> {
  return { side: 'customer', conversationId, deviceHash: request.get('deviceHash'), now: edge.clock() }
}
