// Every verb that acts on a conversation, as the request that a page would make.

import type { Answer } from '../../support/caller.ts'
import type { Scene } from '../../support/scenes.ts'

export interface Ids {
  jobId: string
  callId: string
}

export const report = {
  way: 'direct',
  restarts: 1,
  seconds: 300,
  stillSeconds: 0,
  firstFrameMs: 800,
  roundTripMedianMs: 40,
  roundTripP95Ms: 90,
  lossPercent: 0.4,
  kbps: 1_200,
  freezes: 2,
  frozenSeconds: 1,
} as const

type Send = (scene: Scene, ids: Ids, key?: string) => Promise<Answer>

const operator =
  (path: (ids: Ids) => string, body: object = {}): Send =>
  ({ operator, id }, ids, key) =>
    operator.post(`/api/conversations/${id}/${path(ids)}`, body, key ? { key } : {})

const customer =
  (path: (ids: Ids) => string, body: object = {}): Send =>
  ({ customer, id }, ids, key) =>
    customer.post(`/api/visits/${id}/${path(ids)}`, body, key ? { key } : {})

const job =
  (verb: string): Send =>
  ({ operator }, { jobId }, key) =>
    operator.post(`/api/jobs/${jobId}/${verb}`, {}, key ? { key } : {})

const restartWord = (kind: string) => ({ line: 'mc_1', turn: 1, kind, to: 0, sdp: '' })

/** What whoever may read a conversation may do beside it. */
export const teamVerbs: Record<string, Send> = {
  note: operator(() => 'notes', { text: 'Calls back on Friday' }),
  tag: operator(() => 'tags', { tag: 'refund' }),
}

export const operatorVerbs: Record<string, Send> = {
  resend: operator(() => 'resend'),
  revoke: operator(() => 'revoke'),
  archive: operator(() => 'archive', { reason: 'resolved' }),
  transfer: operator(() => 'transfer', { departmentId: '00000000-0000-4000-8000-000000000000' }),
  'operator message': operator(() => 'messages', { text: 'Hello' }),
  'operator call': operator(() => 'calls'),
  'operator answer': operator(({ callId }) => `calls/${callId}/answer`),
  'operator decline': operator(({ callId }) => `calls/${callId}/decline`),
  'operator end': operator(({ callId }) => `calls/${callId}/end`),
  'operator alive': operator(({ callId }) => `calls/${callId}/alive`),
  'operator restart': operator(({ callId }) => `calls/${callId}/restart`, { word: restartWord('offer') }),
  'operator report': ({ operator, id }, { callId }) =>
    operator.call('PUT', `/api/conversations/${id}/calls/${callId}/report`, report),
  'operator line': operator(() => 'line'),
  'operator typing': operator(() => 'typing'),
  hint: operator(() => 'hints', { hint: 'reload-page' }),
  ...teamVerbs,
}

export const jobVerbs: Record<string, Send> = { accept: job('accept'), 'decline the job': job('decline') }

export const customerVerbs: Record<string, Send> = {
  close: customer(() => 'close'),
  survey: customer(() => 'survey', { rating: 5 }),
  'customer message': customer(() => 'messages', { text: 'Hello' }),
  'customer call': customer(() => 'calls'),
  'customer answer': customer(({ callId }) => `calls/${callId}/answer`),
  'customer decline': customer(({ callId }) => `calls/${callId}/decline`),
  'customer end': customer(({ callId }) => `calls/${callId}/end`),
  'customer alive': customer(({ callId }) => `calls/${callId}/alive`),
  'customer restart': customer(({ callId }) => `calls/${callId}/restart`, { word: restartWord('asks') }),
  'customer report': ({ customer, id }, { callId }) =>
    customer.call('PUT', `/api/visits/${id}/calls/${callId}/report`, report),
  'customer line': customer(() => 'line'),
  'customer typing': customer(() => 'typing'),
  'hand over': customer(() => 'handover'),
  progress: customer(() => 'progress', { step: 'camera-ready' }),
}
