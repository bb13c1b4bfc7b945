import { type Accessor, createContext, createEffect, createSignal, on, onCleanup, useContext } from 'solid-js'
import type { ConversationSummary } from '../../../edge/domain/wire.ts'
import { flushOutbox, type OutboxWord, outboxName, tell } from '../../offline/flush-outbox.ts'
import type { Intent, OutboxEntry } from '../../offline/intent.ts'
import type { OutboxStore, Waiting } from '../../offline/outbox-store.ts'
import { onNetworkIsBack } from '../../platform/network-is-back.ts'
import { randomId } from '../../platform/random-id.ts'
import { customerLabel } from '../customer-label.ts'

export type Outcome =
  | { at: 'sent'; answer: unknown }
  /** Kept, and sent when the edge is reached again. */
  | { at: 'waiting' }
  | { at: 'refused'; code: string }

export interface Outbox {
  /** What waits or was refused, oldest first. */
  entries: Accessor<readonly Waiting[]>
  /** Taken by the edge; the stream has not told of it yet. */
  sent: Accessor<readonly OutboxEntry[]>
  /** Whether the last attempt reached nothing. */
  isHeldUp: Accessor<boolean>
  /** Resolves after the first attempt. */
  add(
    intent: Intent,
    about: Pick<ConversationSummary, 'id' | 'customer'>,
  ): Promise<{ id: string; outcome: Outcome }>
  /** Of one that was refused: again, with a new key and at the end. Of one that waits: at once. */
  retry(id: string): void
  /** Of a refused reply: a note, which the team takes in any state. */
  asNote(id: string): void
  discard(id: string): Promise<void>
  /** The stream has told of these. */
  settle(ids: ReadonlySet<string>): void
}

interface OutboxOptions {
  me: string
  isOpen: Accessor<boolean>
  pauseAfter?(failures: number): number
  flush?: typeof flushOutbox
}

export function createOutbox(store: OutboxStore, options: OutboxOptions): Outbox {
  const { me, isOpen, pauseAfter = backOff, flush = flushOutbox } = options
  const [rows, setRows] = createSignal<readonly Waiting[]>([])
  const [fresh, setFresh] = createSignal<readonly Waiting[]>([])
  const [sent, setSent] = createSignal<readonly OutboxEntry[]>([])
  const [isHeldUp, setHeldUp] = createSignal(false)
  const answers = new Map<string, unknown>()
  let failures = 0
  let pause: ReturnType<typeof setTimeout> | undefined
  let saving: Promise<unknown> = store.own(me).catch(() => {})

  async function refresh() {
    const found = await store.read()
    // What has not changed stays the same object, so that nobody's button is drawn anew under the finger.
    setRows((before) => found.map((row) => before.find((known) => isSame(known, row)) ?? row))
    setFresh((before) => before.filter(({ id }) => !found.some((row) => row.id === id) && !answers.has(id)))
  }

  async function run(): Promise<void> {
    clearTimeout(pause)
    await saving
    const end = await flush(store, { onSent: took })
    await refresh()
    setHeldUp(end === 'later')
    if (end === 'done') failures = 0
    else {
      pause = setTimeout(() => void run(), pauseAfter(failures++))
      void askForSync()
    }
  }

  function took(entry: OutboxEntry, answer: unknown) {
    answers.set(entry.id, answer)
    setRows((before) => before.filter(({ id }) => id !== entry.id))
    setFresh((before) => before.filter(({ id }) => id !== entry.id))
    setSent((before) => [...before, entry])
  }

  async function save(entry: OutboxEntry) {
    setFresh((before) => [...before, { ...entry, place: '', refused: null, kept: true }])
    // One after the other: the order on the disk is the order of writing.
    saving = saving.then(() => store.add(entry)).then(refresh)
    await saving
    tell({ say: 'changed' })
  }

  function outcomeOf(id: string): Outcome {
    if (answers.has(id)) return { at: 'sent', answer: answers.get(id) }
    const code = rows().find((row) => row.id === id)?.refused
    return code ? { at: 'refused', code } : { at: 'waiting' }
  }

  async function discard(id: string) {
    const row = rows().find((one) => one.id === id)
    if (row) await store.remove(row.place)
    await refresh()
    tell({ say: 'changed' })
  }

  async function again({ conversationId, customer, id }: Waiting, intent: Intent) {
    await discard(id)
    await save({ intent, conversationId, customer, id: randomId(), at: Date.now() })
    await run()
  }

  const channel = typeof BroadcastChannel === 'function' ? new BroadcastChannel(outboxName) : null
  if (channel)
    channel.onmessage = ({ data }: MessageEvent<OutboxWord>) => {
      const entry = data.say === 'sent' && rows().find(({ id }) => id === data.id)
      if (entry) took(entry, null)
      void refresh()
    }
  const hurry = () => void (rows().length > 0 && run())
  const stopListening = onNetworkIsBack(hurry)
  addEventListener('online', hurry)
  createEffect(on(isOpen, (open) => open && hurry()))
  onCleanup(() => {
    clearTimeout(pause)
    channel?.close()
    stopListening()
    removeEventListener('online', hurry)
  })
  void run()

  return {
    entries: () => [...rows(), ...fresh()],
    sent,
    isHeldUp,
    async add(intent, about) {
      const id = randomId()
      const entry = {
        id,
        conversationId: about.id,
        customer: customerLabel(about.customer),
        intent,
        at: Date.now(),
      }
      await save(entry)
      await run()
      return { id, outcome: outcomeOf(id) }
    },
    retry(id) {
      const row = rows().find((one) => one.id === id)
      if (row?.refused) void again(row, row.intent)
      else void run()
    },
    asNote(id) {
      const row = rows().find((one) => one.id === id)
      if (row?.intent.kind === 'message') void again(row, { kind: 'note', text: row.intent.text })
    },
    discard,
    settle(ids) {
      setSent((before) =>
        before.some(({ id }) => ids.has(id)) ? before.filter(({ id }) => !ids.has(id)) : before,
      )
      const arrived = rows().filter(({ id }) => ids.has(id))
      for (const { id } of arrived) void discard(id)
    },
  }
}

function isSame(one: Waiting, other: Waiting): boolean {
  return one.id === other.id && one.place === other.place && one.refused === other.refused
}

/** The second way: where no page is left, the worker sends. Not every browser can. */
async function askForSync(): Promise<void> {
  const registration = await navigator.serviceWorker?.getRegistration().catch(() => undefined)
  const { sync } = (registration ?? {}) as { sync?: { register(tag: string): Promise<void> } }
  await sync?.register(outboxName).catch(() => {})
}

function backOff(failures: number): number {
  return Math.min(15_000, 1_000 * 2 ** failures) * (0.5 + Math.random() / 2)
}

export const OutboxContext = createContext<Outbox>()

export function useOutbox(): Outbox {
  const outbox = useContext(OutboxContext)
  if (!outbox) throw new Error('useOutbox() stands outside of a signed-in operator')
  return outbox
}
