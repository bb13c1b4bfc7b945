// What the edge tells the screens, beside events. Types alone; both sides compile against them.

import type { EndCause } from './call.ts'
import type { CallReport, CallWay, Picture } from './call-report.ts'
import type { ConversationState, EndReason } from './conversation.ts'
import type { AnyEvent } from './events.ts'
import type { PartToSend } from './file-parts.ts'
import type { CallId, ConversationId, DepartmentId, JobId, OperatorId, PushDeviceId } from './ids.ts'
import type { Assignment, Language } from './invite.ts'
import type { OperatorStatus } from './job.ts'
import type { VisitStep } from './progress.ts'
import type { CanaryState, PushPlatform, PushProblem } from './push-device.ts'
import type { PushSettings } from './push-settings.ts'
import type { RestartWord } from './restart.ts'
import type { SmsState } from './sms.ts'
import type { Rating } from './survey.ts'
import type { Side } from './tickets.ts'

export interface Me {
  id: OperatorId
  name: string
  email: string
  role: 'admin' | 'operator'
  status: OperatorStatus
  departmentIds: DepartmentId[]
}

/** Of this session alone; see pwa/offline/device-key.ts. */
export interface SessionKey {
  key: string
}

export interface OperatorRow {
  id: OperatorId
  name: string
  email: string
  role: 'admin' | 'operator'
  status: OperatorStatus
  conversationLimit: number
  departmentIds: DepartmentId[]
  /** Invited, and not come yet. */
  pending: boolean
  disabled: boolean
}

export interface Department {
  id: DepartmentId
  name: string
}

export interface Template {
  id: string
  name: string
  language: Language
  /** With variables in braces; see edge/domain/template.ts. */
  text: string
}

export interface TeamSettings {
  /** Whether the video button stands in the customer's chat, too. */
  customersMayCall: boolean
}

export interface Team {
  /** The team's name, as customers read it. */
  name: string
  settings: TeamSettings
  templates: Template[]
  operators: OperatorRow[]
  departments: Department[]
}

export interface OpenCall {
  id: CallId
  state: 'ringing' | 'live'
  placedBy: Side
  answeredAt: number | null
}

/** A conversation as the inbox and the archive list it. Times are milliseconds since the epoch. */
export interface ConversationSummary {
  id: ConversationId
  state: ConversationState
  assignment: Assignment
  language: Language
  customer: { name: string; phone: string }
  /** What the invite said: why the customer comes. */
  message: string
  inviter: { id: OperatorId; name: string }
  operator: { id: OperatorId; name: string } | null
  department: Department | null
  sms: { state: SmsState; code: number | null } | null
  /** How far the customer's page got last. */
  progress: { step: VisitStep; at: number } | null
  call: OpenCall | null
  createdAt: number
  waitingSince: number | null
  closedAt: number | null
  archivedAt: number | null
  lastEventAt: number
  lastMessage: { text: string; side: Side; at: number } | null
  reason: EndReason | 'not-filed' | null
  rating: Rating | null
  tags: string[]
}

/** A job that rings for this operator now. */
export interface RingingOffer {
  jobId: JobId
  expiresAt: number
  conversation: ConversationSummary
}

export interface Inbox {
  /** The stream goes on after this. */
  seq: number
  /** The edge's clock, when this was read: a device's own may be hours off. */
  now: number
  me: Me
  team: Team
  conversations: ConversationSummary[]
  offer: RingingOffer | null
}

/** One page of a conversation's events, oldest first; `before` asks for the page ahead of it, `null` at the start. */
export interface History {
  conversation: ConversationSummary
  events: AnyEvent[]
  before: number | null
}

/** How far a conversation of the archive goes: a copy that differs in it is out of date. */
export interface ArchiveMark {
  id: ConversationId
  seq: number
  name: string
}

export interface ArchivePage {
  conversations: (ConversationSummary & {
    /** where the search words stand, in «», if searched */ excerpt: string | null
  })[]
  before: number | null
}

export interface InviteAnswer {
  conversationId: ConversationId
  /** Shown this once; the database has only its hash. */
  link: string
  /** `state: 'shown'` is the outbox: nothing is sent, show text and link. */
  sms: { status: SmsState; text: string }
}

/** A call that is or was, with what each side's browser saw of it. */
export interface CallRecord {
  id: CallId
  placedBy: Side
  answeredAt: number | null
  endedAt: number | null
  /** The edge's own word. */
  endCause: EndCause | null
  reports: Record<Side, CallReport | null>
}

/** A day of calls, by the clock of whoever asks. */
export interface CallDay {
  /** The day's beginning. */
  at: number
  calls: number
  answered: number
  minutes: number
  ways: Record<CallWay | 'unknown', number>
  ends: Record<EndCause, number>
  pictures: Record<Picture, number>
  firstFrameMedianMs: number | null
  restarts: number
}

export interface CallStatistics {
  /** Newest first; days without calls are left out. */
  days: CallDay[]
  total: Omit<CallDay, 'at'>
}

/** A browser that gets this operator's notifications. */
export interface PushDeviceRow {
  id: PushDeviceId
  name: string
  platform: PushPlatform
  /** What its notifications are written in. */
  lang: Language
  /** Whether it is the one that asks. */
  isThis: boolean
  enabled: boolean
  canary: CanaryState
  problem: PushProblem | null
  /** When a push was last seen to arrive. */
  confirmedAt: number | null
  seenAt: number
}

export interface PushDesk {
  devices: PushDeviceRow[]
  settings: PushSettings
}

/** What a browser needs for its end of a call. */
export interface LineTicket {
  peerId: string
  remotePeerId: string
  token: string
  /** Base URLs of brokers, such as `wss://example.org/peer`. */
  brokers: string[]
  iceServers: IceServer[]
  icePolicy: 'all' | 'relay'
}

/** What the other side of a live call said last to find a new way; see edge/domain/restart.ts. */
export interface RestartAnswer {
  theirs: RestartWord | null
}

/** Where files lie in a bucket: what is missing of one that was announced. */
export interface PartsAnswer {
  parts: PartToSend[]
}

/** STUN or TURN, as RTCPeerConnection takes it. */
export interface IceServer {
  urls: string[]
  username?: string
  credential?: string
}

/** The customer's page after opening the link. */
export interface Visit {
  conversationId: ConversationId
  state: ConversationState
  language: Language
  customerName: string
  team: string
  /** What the invite said: what the customer is called for. Empty where it was the usual sentence alone. */
  message: string
  inviterName: string
  operatorName: string | null
  /** Whether this side may place a call in the chat. */
  mayCall: boolean
  /** What time it is at the edge, in milliseconds since the epoch. */
  now: number
  /** While somebody waits for the call that they came for, and in a call; without it, or later, there is one for the asking. */
  line?: LineTicket
}

/** Goes beside the link's token into the address that another browser opens; see edge/domain/handover.ts. */
export interface HandoverAnswer {
  code: string
}

/** Momentary signs, in the stream as `event: signal`, without an id and never stored. */
export type Signal = { conversationId: ConversationId } & (
  | { kind: 'typing'; side: Side }
  | { kind: 'queue'; position: number }
  /** This side said something new to find a new way for the call. */
  | { kind: 'restart'; side: Side }
)

/** Every error of the API. */
export interface ErrorAnswer {
  error: { code: string; message: string; requestId: string; details?: Record<string, string> }
}
