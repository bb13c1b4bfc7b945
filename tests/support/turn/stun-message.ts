// STUN messages (RFC 8489), as far as a TURN client needs them.

import { createHash, createHmac } from 'node:crypto'
import { isIPv6 } from 'node:net'

export const kinds = { allocate: 0x0003, createPermission: 0x0008 }
export const attributes = {
  username: 0x0006,
  integrity: 0x0008,
  error: 0x0009,
  peer: 0x0012,
  realm: 0x0014,
  nonce: 0x0015,
  family: 0x0017,
  transport: 0x0019,
}

export type Attribute = [number, Uint8Array]

export interface Signature {
  username: string
  credential: string
  realm: string
  nonce: Buffer
}

const cookie = Buffer.from('2112a442', 'hex')
const sealBytes = 24

export function request(
  kind: number,
  transaction: Buffer,
  wanted: readonly Attribute[],
  signature: Signature | null,
): Buffer {
  const head = Buffer.concat([Buffer.from([0, kind, 0, 0]), cookie, transaction])
  if (!signature) return whole(head, wanted, 0)
  const { username, realm, nonce, credential } = signature
  const signed: Attribute[] = [
    ...wanted,
    [attributes.username, Buffer.from(username)],
    [attributes.realm, Buffer.from(realm)],
    [attributes.nonce, nonce],
  ]
  const key = createHash('md5').update(`${username}:${realm}:${credential}`).digest()
  // The seal covers what stands before it, with the length that the message will have behind it.
  const covered = whole(head, signed, sealBytes)
  const seal = createHmac('sha1', key).update(covered).digest()
  return Buffer.concat([covered, written([attributes.integrity, seal])])
}

/** The attributes of an answer to this transaction, or `null` if it is none. */
export function answerTo(transaction: Buffer, message: Buffer): Map<number, Buffer> | null {
  if (!message.subarray(8, 20).equals(transaction)) return null
  const found = new Map<number, Buffer>()
  for (let at = 20; at + 4 <= message.length; ) {
    const length = message.readUInt16BE(at + 2)
    found.set(message.readUInt16BE(at), message.subarray(at + 4, at + 4 + length))
    at += 4 + padded(length)
  }
  return found
}

/** An address as XOR-PEER-ADDRESS carries it; the port is of no matter to a permission. */
export function xorAddress(address: string, transaction: Buffer): Buffer {
  const bytes = isIPv6(address) ? ipv6Bytes(address) : Buffer.from(address.split('.').map(Number))
  const mask = Buffer.concat([cookie, transaction])
  const family = bytes.length === 16 ? 2 : 1
  return Buffer.concat([Buffer.from([0, family, 0, 0]), bytes.map((byte, at) => byte ^ (mask[at] ?? 0))])
}

function ipv6Bytes(address: string): Buffer {
  // The URL parser writes every form in one: hexadecimal groups and at most one "::".
  const [left = '', right = ''] = new URL(`http://[${address}]`).hostname.slice(1, -1).split('::')
  const groups = (text: string) => text.split(':').filter(Boolean)
  const missing = 8 - groups(left).length - groups(right).length
  const all = [...groups(left), ...new Array<string>(missing).fill('0'), ...groups(right)]
  return Buffer.from(all.map((group) => group.padStart(4, '0')).join(''), 'hex')
}

function whole(head: Buffer, all: readonly Attribute[], more: number): Buffer {
  const body = Buffer.concat(all.map(written))
  const message = Buffer.concat([head, body])
  message.writeUInt16BE(body.length + more, 2)
  return message
}

function written([type, value]: Attribute): Buffer {
  const bytes = Buffer.alloc(4 + padded(value.length))
  bytes.writeUInt16BE(type, 0)
  bytes.writeUInt16BE(value.length, 2)
  bytes.set(value, 4)
  return bytes
}

const padded = (length: number) => Math.ceil(length / 4) * 4
