// Files on their way: chosen, prepared one after the other, sent two at a time, kept over a reload.

import { type Accessor, createSignal, onCleanup } from 'solid-js'
import type { AnyEvent } from '../../../edge/domain/events.ts'
import { randomId } from '../../platform/random-id.ts'
import { thumbnailOf } from './as-jpeg.ts'
import { type KeptFiles, keepFiles } from './kept-files.ts'
import { markKept } from './kept-mark.ts'
import { type PreparedFile, prepareFile } from './prepare-file.ts'
import { sendFile } from './send-file.ts'
import { makeUpload, problemIn, type Upload } from './upload.ts'

export type { Upload, UploadProblem, UploadState } from './upload.ts'

export interface Uploads {
  /** Oldest first. One leaves the list when `settle` was given its event, or when it is given up. */
  list: Accessor<readonly Upload[]>
  add(files: readonly File[]): void
  cancel(id: string): void
  /** Goes on at once instead of after the pause. */
  retry(id: string): void
  /** To be given what the stream brings. */
  settle(events: readonly AnyEvent[]): void
}

export interface UploadsOptions {
  /** Of the conversation, such as /api/visits/… */
  place: string
  kept?: KeptFiles
  send?: typeof sendFile
  prepare?: typeof prepareFile
  /** Milliseconds from the failure of an attempt to the next. */
  pauseAfter?(failures: number): number
}

const atOnce = 2

export function createUploads(options: UploadsOptions): Uploads {
  const { place, kept = keepFiles(), send = sendFile, prepare = prepareFile, pauseAfter = backOff } = options
  const [list, setList] = createSignal<readonly Upload[]>([])
  const jobs = new Map<string, Job>()
  const waiting: Job[] = []
  /** Those whose arrival the stream has told of, perhaps before they were found among the kept ones. */
  const settled = new Set<string>()
  let running = 0
  let preparing = Promise.resolve()

  function enter(id: string, name: string, size: number, at = Date.now()): Job {
    const job: Job = { ...makeUpload(id, { name, size }), abort: new AbortController(), wake: () => {}, at }
    jobs.set(id, job)
    setList((before) => [...before, job.upload])
    return job
  }

  function leave(id: string) {
    const job = jobs.get(id)
    if (!job) return
    jobs.delete(id)
    job.abort.abort()
    job.wake()
    setList((before) => before.filter((upload) => upload.id !== id))
    const address = job.upload.thumbnail()
    if (address) URL.revokeObjectURL(address)
    void kept.remove(id)
  }

  function add(files: readonly File[]) {
    const entered = files.map((file) => ({ file, job: enter(randomId(), file.name, file.size) }))
    // One after the other: fifty photos that are decoded at once would freeze a phone.
    for (const { file, job } of entered) preparing = preparing.then(() => begin(job, file))
  }

  async function begin(job: Job, file: File): Promise<void> {
    if (job.abort.signal.aborted) return
    const prepared = await prepare(file).catch(() => ({ problem: 'fault' as const }))
    if (job.abort.signal.aborted) return
    if ('problem' in prepared) return refused(job, prepared.problem)
    const { id } = job.upload
    void kept.put({ id, place, at: job.at, ...prepared })
    markKept(place, true)
    await queue(job, prepared)
  }

  async function queue(job: Job, prepared: PreparedFile) {
    const { file, name, kind } = prepared
    job.prepared = prepared
    job.setFacts({ name, kind, size: file.size })
    job.setState({ at: 'waiting' })
    waiting.push(job)
    next()
    const small = kind === 'photo' ? await thumbnailOf(file).catch(() => null) : null
    if (small && jobs.has(job.upload.id)) job.setThumbnail(URL.createObjectURL(small))
  }

  function next() {
    while (running < atOnce && waiting.length > 0) {
      const job = waiting.shift()
      if (!job || job.abort.signal.aborted) continue
      running++
      void alone(job.upload.id, job.abort.signal, () => run(job)).finally(() => {
        running--
        next()
      })
    }
  }

  async function run(job: Job) {
    const { signal } = job.abort
    for (let failures = 0; !signal.aborted; failures++) {
      job.setState({ at: 'sending' })
      const before = job.upload.sent()
      const cause = await attempt(job)
      if (signal.aborted) return
      if (cause === null) return arrived(job)
      const problem = problemIn(cause, failures < 5)
      if (problem) return refused(job, problem)
      // Whatever moved on has earned a short pause.
      if (job.upload.sent() > before) failures = 0
      job.setState({ at: 'paused' })
      await pause(job, pauseAfter(failures))
    }
  }

  async function attempt(job: Job): Promise<unknown> {
    const { prepared, upload, abort, setSent } = job
    if (!prepared) return null
    try {
      const { file, name } = prepared
      await send({ place, id: upload.id, file, name, onSent: setSent, signal: abort.signal })
      return null
    } catch (cause) {
      return cause ?? new Error('no reason')
    }
  }

  function arrived(job: Job) {
    job.setState({ at: 'sent' })
    void kept.remove(job.upload.id)
  }

  function refused(job: Job, problem: NonNullable<ReturnType<typeof problemIn>>) {
    job.setState({ at: 'refused', problem })
    void kept.remove(job.upload.id)
  }

  const wakeAll = () => {
    for (const job of jobs.values()) job.wake()
  }
  addEventListener('online', wakeAll)
  onCleanup(() => {
    removeEventListener('online', wakeAll)
    for (const job of jobs.values()) job.abort.abort()
  })

  void kept.read(place).then((files) => {
    if (files.length === 0 && jobs.size === 0) markKept(place, false)
    for (const { id, at, ...prepared } of files) {
      if (jobs.has(id)) continue
      if (settled.has(id)) void kept.remove(id)
      else void queue(enter(id, prepared.name, prepared.file.size, at), prepared)
    }
  })

  return {
    list,
    add,
    cancel(id) {
      const isUnsent = jobs.get(id)?.upload.state().at !== 'sent'
      leave(id)
      if (isUnsent) void fetch(`${place}/uploads/${id}`, giveUp).catch(() => {})
    },
    retry: (id) => jobs.get(id)?.wake(),
    settle(events) {
      for (const event of events) {
        if (event.type !== 'attachment.shared') continue
        settled.add(event.data.attachmentId)
        leave(event.data.attachmentId)
      }
    },
  }
}

interface Job extends ReturnType<typeof makeUpload> {
  abort: AbortController
  prepared?: PreparedFile
  /** Ends the pause that it is in. */
  wake(): void
  at: number
}

const giveUp: RequestInit = { method: 'DELETE', headers: { 'tus-resumable': '1.0.0' }, keepalive: true }

function pause(job: Job, ms: number): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms)
    job.wake = () => {
      clearTimeout(timer)
      resolve()
    }
  })
}

/** Two tabs of one operator find the same kept file: one sends it, and the other waits for the event. */
async function alone(id: string, signal: AbortSignal, work: () => Promise<void>): Promise<void> {
  // Pages without encryption have no locks.
  const locks = navigator.locks as LockManager | null | undefined
  if (!locks) return work()
  await locks.request(`visavis.upload.${id}`, { signal }, work).catch(() => {})
}

function backOff(failures: number): number {
  return Math.min(15_000, 500 * 2 ** failures) * (0.5 + Math.random() / 2)
}
