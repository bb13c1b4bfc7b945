import { createEffect, createSignal, on, onCleanup } from 'solid-js'
import type { AnyEvent } from '../../../edge/domain/events.ts'
import type { ArchiveMark, History } from '../../../edge/domain/wire.ts'
import { thumbnailOf } from '../../conversation/attachments/as-jpeg.ts'
import { NoRoom } from '../../offline/archive-client.ts'
import type { CopyMark } from '../../offline/archive-desk.ts'
import { createLock } from '../../platform/lock.ts'
import { request } from '../../platform/request.ts'
import { useSay } from '../../shell/toasts.tsx'
import { useWords } from '../../words/words.tsx'
import type { Desk } from '../desk.ts'
import type { Device } from './device.ts'
import { keepLimits } from './keep-limits.ts'
import { keepPlan, overLimit } from './keep-plan.ts'

const atOnce = 10
const megabyte = 1024 * 1024
// The page comes up first.
const startAfterMs = 3_000
const againAfterMs = 60 * 60_000
// What happens in a conversation happens in bursts.
const settleMs = 1_500
const smallPx = 320
const largestPhoto = 12 * megabyte
/** Who keeps copies tells here which of them have changed. */
export const copiesChannel = 'visavis.copies'

/** Keeps copies of what is filed on this device, as it is filed. One tab of the browser does it. */
export function createKeeper(desk: Desk, { archive }: Device): void {
  const say = useSay()
  const { t } = useWords()
  const isOpen = () => desk.connection() === 'open'
  const isMine = createLock('visavis.keeper', isOpen)
  const channel = typeof BroadcastChannel === 'function' ? new BroadcastChannel(copiesChannel) : null
  const dirty = new Set<string>()
  const [known, setKnown] = createSignal<ReadonlySet<string>>(new Set())
  let timer: ReturnType<typeof setTimeout> | undefined
  let again: ReturnType<typeof setTimeout> | undefined
  let working: Promise<unknown> = Promise.resolve()
  let isTold = false
  /** On the disk, with the pictures; `null` until they were counted. */
  let bytes: number | null = null

  /** One thing after the other; a failure costs this round alone. */
  function work(step: () => Promise<void>) {
    working = working.then(step).catch((cause) => {
      if (!(cause instanceof NoRoom) || isTold) return
      isTold = true
      say(t('device.full'), 'danger')
    })
  }

  async function sync() {
    const { days } = keepLimits()
    const mine = await archive.marks()
    bytes = bytesOf(mine)
    const pinned = mine.filter((mark) => mark.pinned).map(({ id }) => `&id=${id}`)
    const path = `/api/archive/marks?days=${days}${pinned.slice(0, 50).join('')}`
    const { marks } = await request<{ marks: ArchiveMark[] }>('GET', path)
    const plan = keepPlan(mine, marks, new Set<string>(desk.inbox.conversations.map(({ id }) => id)))
    await drop(plan.drop)
    for (let at = 0; at < plan.fetch.length && isOpen(); at += atOnce) {
      if (!(await fetchCopies(plan.fetch.slice(at, at + atOnce)))) break
    }
    setKnown(new Set((await archive.marks()).map(({ id }) => id)))
  }

  async function drop(ids: readonly string[]) {
    if (ids.length === 0) return
    await archive.drop(ids)
    bytes = null
    channel?.postMessage(ids)
  }

  /** `false` where there is no more room for others. */
  async function fetchCopies(ids: readonly string[]): Promise<boolean> {
    const query = ids.map((id) => `id=${id}`).join('&')
    const { copies } = await request<{ copies: History[] }>('GET', `/api/archive/copies?${query}`)
    let grown = await archive.keep(copies)
    for (const copy of copies) grown += await keepPictures(copy)
    channel?.postMessage(ids)
    return makeRoom(grown)
  }

  /** Every mark is read where the limit is reached, not after each batch: thousands of copies would take hours. */
  async function makeRoom(grown: number): Promise<boolean> {
    const limit = keepLimits().megabytes * megabyte
    bytes = bytes === null ? bytesOf(await archive.marks()) : bytes + grown
    if (bytes <= limit) return true
    const gone = overLimit(await archive.marks(), limit)
    await drop(gone)
    return gone.length === 0
  }

  async function keepPictures({ conversation: { id }, events }: History): Promise<number> {
    const { connection } = navigator as { connection?: { saveData?: boolean } }
    if (connection?.saveData) return 0
    let grown = 0
    const kept = await archive.pictures(id)
    for (const { attachmentId, size } of events.flatMap(photoIn)) {
      if (kept[attachmentId] || size > largestPhoto) continue
      const answer = await fetch(`/api/conversations/${id}/attachments/${attachmentId}`).catch(() => null)
      const small = answer?.ok ? await thumbnailOf(await answer.blob(), smallPx).catch(() => null) : null
      if (small) grown += await archive.keepPicture(id, attachmentId, small)
    }
    return grown
  }

  function begin() {
    clearTimeout(again)
    again = setTimeout(begin, againAfterMs)
    work(sync)
  }

  desk.listen({
    event(event) {
      const id = event.conversationId
      if (event.type === 'team.changed') begin()
      if (!isMine() || !id) return
      const isFiled = event.type === 'conversation.archived' && keepLimits().days > 0
      if (!isFiled && !known().has(id)) return
      dirty.add(id)
      clearTimeout(timer)
      timer = setTimeout(() => {
        const ids = [...dirty].slice(0, atOnce)
        for (const one of ids) dirty.delete(one)
        work(async () => {
          await fetchCopies(ids)
          setKnown((before) => new Set([...before, ...ids]))
        })
      }, settleMs)
    },
  })
  // Another tab keeps them; what this one holds in memory is behind.
  if (channel)
    channel.onmessage = ({ data }: MessageEvent<string[]>) => void archive.forget(data).catch(() => {})
  createEffect(
    on([isMine, isOpen, keepLimits], ([mine, open]) => {
      clearTimeout(again)
      if (mine && open) again = setTimeout(begin, startAfterMs)
    }),
  )
  onCleanup(() => {
    clearTimeout(timer)
    clearTimeout(again)
    channel?.close()
  })
}

function bytesOf(marks: readonly CopyMark[]): number {
  return marks.reduce((sum, mark) => sum + mark.bytes, 0)
}

function photoIn(event: AnyEvent) {
  return event.type === 'attachment.shared' && event.data.kind === 'photo' ? [event.data] : []
}
