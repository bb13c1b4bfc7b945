import { createHmac, randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'

// Stands in for Twilio: takes messages, gives scripted answers, and signs callbacks by
// Twilio's published rule with code of its own, so that it also checks the library's.
// Its requests are held against Twilio's OpenAPI description elsewhere (prism.ts).

export const fakeAccount = { accountSid: `AC${'0'.repeat(32)}`, authToken: 'fake-twilio-token' }

export interface FakeMessage {
  sid: string
  to: string
  body: string
  statusCallback: string | null
  /** Every field as it was sent. */
  form: Record<string, string>
}

/** `hang`: read the request, never answer. `cut`: read it, then drop the connection. */
export type FakeAnswer =
  | { status: number; code?: number; html?: string; json?: unknown; headers?: Record<string, string> }
  | 'hang'
  | 'cut'

export interface FakeTwilio {
  url: string
  /** What came in, oldest first, whatever was answered. */
  messages: FakeMessage[]
  /** What was asked of its relay, likewise. */
  tokens: Record<string, string>[]
  /** One request each, in this order; then messages are taken again. */
  answerNext(...answers: FakeAnswer[]): void
  /** Drops the connections of those that hang. */
  hangUp(): void
  sendStatus(
    publicUrl: string,
    smsId: string,
    sid: string,
    status: string,
    errorCode?: number,
  ): Promise<Response>
  sendIncoming(publicUrl: string, from: string, body: string, optOutType?: string): Promise<Response>
  close(): Promise<void>
}

export async function startFakeTwilio(): Promise<FakeTwilio> {
  const messages: FakeMessage[] = []
  const tokens: FakeTwilio['tokens'] = []
  const script: FakeAnswer[] = []
  const hanging: ServerResponse[] = []
  const server = createServer(async (request, response) => {
    if (!isAuthorised(request)) return answer(response, { status: 401, code: 20003 })
    const form = Object.fromEntries(new URLSearchParams(await text(request)))
    if (request.url?.endsWith('/Tokens.json')) {
      tokens.push(form)
      return answer(response, script.shift() ?? { status: 201, json: fakeToken(tokens.length) })
    }
    const message = readMessage(form)
    messages.push(message)
    const given = script.shift() ?? message
    if (given === 'hang') hanging.push(response)
    answer(response, given)
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    messages,
    tokens,
    answerNext: (...answers) => void script.push(...answers),
    hangUp() {
      for (const response of hanging.splice(0)) response.destroy()
    },
    sendStatus: (publicUrl, smsId, sid, status, errorCode) =>
      postSigned(`${publicUrl}/api/twilio/status?sms=${smsId}`, statusForm(sid, status, errorCode)),
    sendIncoming: (publicUrl, from, body, optOutType) =>
      postSigned(`${publicUrl}/api/twilio/incoming`, incomingForm(from, body, optOutType)),
    close: async () => {
      server.closeAllConnections()
      await new Promise((closed) => server.close(closed))
    },
  }
}

/** Signs as https://www.twilio.com/docs/usage/security says: the address, then each field's name and value in order. */
export function signTwilioForm(
  url: string,
  form: Record<string, string>,
  token = fakeAccount.authToken,
): string {
  const fields = Object.entries(form).sort(([a], [b]) => (a < b ? -1 : 1))
  return createHmac('sha1', token)
    .update(url + fields.flat().join(''))
    .digest('base64')
}

function isAuthorised(request: IncomingMessage): boolean {
  const { accountSid, authToken } = fakeAccount
  const credentials = Buffer.from(`${accountSid}:${authToken}`).toString('base64')
  const account = `/2010-04-01/Accounts/${accountSid}`
  const isKnown = [`${account}/Messages.json`, `${account}/Tokens.json`].includes(request.url ?? '')
  return isKnown && request.headers.authorization === `Basic ${credentials}`
}

/** As Twilio documents it: STUN without a credential, and each address twice. */
function fakeToken(number: number): unknown {
  const [username, credential] = [`user${number}`, 'north']
  const turn = (url: string) => ({ url, urls: url, username, credential })
  const stun = { url: 'stun:relay.example:3478', urls: 'stun:relay.example:3478' }
  const iceServers = [
    stun,
    turn('turn:relay.example:3478?transport=udp'),
    turn('turn:relay.example:443?transport=tcp'),
  ]
  return {
    username,
    password: credential,
    ttl: '3600',
    account_sid: fakeAccount.accountSid,
    ice_servers: iceServers,
  }
}

function readMessage(form: Record<string, string>): FakeMessage {
  const sid = `SM${randomBytes(16).toString('hex')}`
  return { sid, to: form.To ?? '', body: form.Body ?? '', statusCallback: form.StatusCallback ?? null, form }
}

function answer(response: ServerResponse, given: FakeAnswer | FakeMessage): void {
  if (given === 'hang') return
  if (given === 'cut') response.destroy()
  else if ('sid' in given)
    send(response, 201, JSON.stringify({ sid: given.sid, status: 'queued', to: given.to }))
  else if ('json' in given) send(response, given.status, JSON.stringify(given.json))
  else if (given.html !== undefined) send(response, given.status, given.html, given.headers, 'text/html')
  else send(response, given.status, errorBody(given.status, given.code), given.headers)
}

function send(
  response: ServerResponse,
  status: number,
  body: string,
  headers = {},
  type = 'application/json',
) {
  response.writeHead(status, { 'content-type': type, ...headers }).end(body)
}

function errorBody(status: number, code?: number): string {
  return JSON.stringify({ status, code, message: 'This is a fake.', more_info: null })
}

function statusForm(sid: string, status: string, errorCode?: number): Record<string, string> {
  const error = errorCode === undefined ? {} : { ErrorCode: String(errorCode) }
  const { accountSid } = fakeAccount
  return {
    AccountSid: accountSid,
    MessageSid: sid,
    SmsSid: sid,
    MessageStatus: status,
    SmsStatus: status,
    ...error,
  }
}

function incomingForm(from: string, body: string, optOutType?: string): Record<string, string> {
  const sid = `SM${randomBytes(16).toString('hex')}`
  return { MessageSid: sid, From: from, Body: body, ...(optOutType && { OptOutType: optOutType }) }
}

function postSigned(url: string, form: Record<string, string>): Promise<Response> {
  const headers = { 'X-Twilio-Signature': signTwilioForm(url, form) }
  return fetch(url, { method: 'POST', headers, body: new URLSearchParams(form) })
}
