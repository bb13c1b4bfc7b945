import type { Page } from 'playwright-core'

/** One way to bring two browsers into a call. */
export interface Contestant {
  name: string
  /** From the operator's press to the first frame of the customer's camera on the operator's screen. */
  run(): Promise<Course>
  end(): Promise<void>
}

/** Milliseconds from the press to each of these, in the order in which they come about. */
export const stages = [
  'told',
  'offer',
  'offer there',
  'answer',
  'answer there',
  'connected',
  'frame',
] as const
export type Stage = (typeof stages)[number]
export type Course = Partial<Record<Stage, number>>

/** The same picture for everybody: a larger one takes longer to encode. */
export const wish = '{ audio: true, video: { width: 1280, height: 720 } }'

/**
 * Put into a page before its own scripts. Notes, by the machine's own clock, what becomes of a call, whoever makes it:
 * the press, the descriptions, the connection, and the first frame in a video that `selector` finds which is not the
 * black one of a camera that is to come.
 */
export function stopwatch(selector: string): string {
  return `(() => {
    const marks = window.marks = {}
    const mark = (what, at = performance.now()) => { marks[what] ??= performance.timeOrigin + at }
    window.seen = new Promise((resolve) => { marks.resolve = resolve })
    addEventListener('click', ({ timeStamp }) => mark('pressed', timeStamp), { capture: true })

    const { read } = ReadableStreamDefaultReader.prototype
    ReadableStreamDefaultReader.prototype.read = async function () {
      const part = await read.call(this)
      if (String(part.value).includes('call.answered')) mark('told')
      return part
    }
    const Plain = RTCPeerConnection
    window.RTCPeerConnection = class extends Plain {
      constructor(...given) {
        super(...given)
        this.addEventListener('connectionstatechange', () => this.connectionState === 'connected' && mark('connected'))
      }
      setLocalDescription(...given) {
        return super.setLocalDescription(...given).finally(() => mark(this.localDescription?.type))
      }
      setRemoteDescription(...given) {
        mark((given[0]?.type) + ' there')
        return super.setRemoteDescription(...given)
      }
    }
    const dot = Object.assign(new OffscreenCanvas(1, 1)).getContext('2d', { willReadFrequently: true })
    const isBlack = (video) => {
      dot.drawImage(video, 0, 0, 1, 1)
      return dot.getImageData(0, 0, 1, 1).data.slice(0, 3).every((part) => part < 30)
    }
    const look = (video) => video.requestVideoFrameCallback((now) => {
      if (isBlack(video)) return look(video)
      mark('frame', now)
      marks.resolve()
    })
    const watched = new WeakSet()
    new MutationObserver(() => {
      for (const video of document.querySelectorAll('${selector}')) {
        if (watched.has(video)) continue
        watched.add(video)
        look(video)
      }
    }).observe(document, { childList: true, subtree: true, attributes: true })
  })()`
}

/** Waits for the first frame at the operator's, and puts both sides' notes together. */
export async function readCourse(operator: Page, customer: Page): Promise<Course> {
  await operator.evaluate(
    'Promise.race([seen, new Promise((_, late) => setTimeout(late, 20_000, "no frame"))])',
  )
  const notes = (page: Page) => page.evaluate('marks') as Promise<Record<string, number>>
  const { pressed = Number.NaN, ...atOperator } = await notes(operator)
  const atCustomer = await notes(customer)
  // The operator's app hears of its own accepting, too.
  const { told: _, ...ours } = atOperator
  const all: Record<string, number | undefined> = { ...atCustomer, ...ours }
  return Object.fromEntries(
    stages.flatMap((stage) => {
      const at = all[stage]
      return at === undefined ? [] : [[stage, at - pressed]]
    }),
  )
}
