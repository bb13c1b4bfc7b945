import { randomBytes } from 'node:crypto'
import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import {
  type Attribute,
  answerTo,
  attributes,
  kinds,
  request,
  type Signature,
  xorAddress,
} from './stun-message.ts'

/** `ok`, or the error's code: 401 unauthorized, 403 forbidden, 486 quota reached. */
export type TurnAnswer = 'ok' | number

export interface TurnClient {
  allocate(family?: 4 | 6): Promise<TurnAnswer>
  /** Whether what was allocated may speak with this address. */
  permit(address: string): Promise<TurnAnswer>
  close(): void
}

export interface TurnCredential {
  username?: string
  credential?: string
}

const udp = Buffer.from([17, 0, 0, 0])
const familyOf = { 4: 1, 6: 2 }
const [unauthorized, staleNonce] = [401, 438]
const patience = { tries: 40, ms: 250 }

/** Asks a relay on this machine what it would let somebody do (RFC 8656, over UDP), and can be refused. */
export function openTurnClient(port: number, { username = '', credential = '' }: TurnCredential): TurnClient {
  const socket = createSocket('udp4')
  let signature: Signature | null = null

  // What is signed, or refused, is the same transaction however often it is sent.
  async function exchange(kind: number, wanted: (transaction: Buffer) => Attribute[]) {
    const transaction = randomBytes(12)
    const message = request(kind, transaction, wanted(transaction), signature)
    for (let tries = 0; tries < patience.tries; tries++) {
      socket.send(message, port, '127.0.0.1')
      const signal = AbortSignal.timeout(patience.ms)
      const heard = (await once(socket, 'message', { signal }).catch(() => null)) as [Buffer] | null
      const answer = heard && answerTo(transaction, heard[0])
      if (answer) return answer
    }
    throw new Error('the relay does not answer')
  }

  // To whoever has not signed yet, the refusal brings what to sign with; a nonce grows old.
  async function ask(kind: number, wanted: (transaction: Buffer) => Attribute[]): Promise<TurnAnswer> {
    const answer = await exchange(kind, wanted)
    const error = answer.get(attributes.error)
    if (!error) return 'ok'
    const code = (error[2] ?? 0) * 100 + (error[3] ?? 0)
    if (code !== staleNonce && (code !== unauthorized || signature)) return code
    const realm = String(answer.get(attributes.realm))
    signature = { username, credential, realm, nonce: Buffer.from(answer.get(attributes.nonce) ?? []) }
    return ask(kind, wanted)
  }

  return {
    allocate: (family = 4) =>
      ask(kinds.allocate, () => [
        [attributes.transport, udp],
        [attributes.family, Buffer.from([familyOf[family], 0, 0, 0])],
      ]),
    permit: (address) =>
      ask(kinds.createPermission, (transaction) => [[attributes.peer, xorAddress(address, transaction)]]),
    close: () => socket.close(),
  }
}
