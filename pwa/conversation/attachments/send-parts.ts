// A file on its way straight into a bucket. Whatever goes wrong there passes by announcing the file again: the edge then
// names what is still missing, with fresh addresses.

import type { PartToSend } from '../../../edge/domain/file-parts.ts'
import { offlineError } from '../../platform/edge-error.ts'
import { sendBytes } from './send-bytes.ts'
import type { Sending } from './send-file.ts'

const atOnce = 3

/** Resolves when the bucket has taken all of them. Throws `offline` where it did not, once those on their way are over. */
export async function sendParts(sending: Sending, parts: readonly PartToSend[]): Promise<void> {
  const { file, onSent, signal } = sending
  const waiting = [...parts]
  const there = file.size - parts.reduce((sum, { length }) => sum + length, 0)
  const sent = new Map<number, number>()
  let isBroken = false
  onSent(there)

  async function send({ number, from, length, address }: PartToSend): Promise<void> {
    const { status } = await sendBytes({
      method: 'PUT',
      address,
      headers: {},
      bytes: file.slice(from, from + length),
      signal,
      onSent(bytes) {
        sent.set(number, bytes)
        onSent([...sent.values()].reduce((sum, one) => sum + one, there))
      },
    })
    if (status !== 200) throw offlineError()
  }

  async function oneAfterAnother(): Promise<void> {
    for (let next = waiting.shift(); next && !isBroken; next = waiting.shift())
      await send(next).catch((cause) => {
        isBroken = true
        throw cause
      })
  }

  const lanes = await Promise.allSettled(Array.from({ length: atOnce }, oneAfterAnother))
  for (const lane of lanes) if (lane.status === 'rejected') throw lane.reason
}
