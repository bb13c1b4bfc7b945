/** A moment of the machine's clock, what had come in by then: packets of sound, decoded frames; and what was said. */
export type Sample = [at: number, sound: number, frames: number, isSaid: 0 | 1]

const everyMs = 40

/**
 * Put into the page beside `mediaProbe`: writes down 25 times a second what comes in, and whether "Reconnecting…" is
 * said. A connection that is closed keeps what it brought. And when the browser first offered which address.
 */
export const mediaLog = `(() => {
  const addresses = (window.addressLog = window.top.addressLog ?? [])
  const Plain = RTCPeerConnection
  window.RTCPeerConnection = class extends Plain {
    constructor(...given) {
      super(...given)
      this.addEventListener('icecandidate', ({ candidate }) => {
        if (candidate?.type === 'host') addresses.push([Date.now(), candidate.address])
      })
    }
  }
  if (window !== window.top) return
  const log = (window.mediaLog = [])
  const most = []
  const isSaid = () => (document.querySelector('[data-line="reconnecting"]') ? 1 : 0)
  setInterval(async () => {
    for (const [place, { sound, frames }] of (await mediaProbe.receivedByEach()).entries()) {
      most[place] ??= { sound: 0, frames: 0 }
      most[place] = { sound: Math.max(most[place].sound, sound), frames: Math.max(most[place].frames, frames) }
    }
    const sum = (what) => most.reduce((all, each) => all + each[what], 0)
    log.push([Date.now(), sum('sound'), sum('frames'), isSaid()])
    if (log.length > 3000) log.shift()
  }, ${everyMs})
})()`

export type What = 'sound' | 'frames'
const columns = { sound: 1, frames: 2 } as const

// What comes once may be a straggler. So much has to follow at once.
const within = { ms: 600, sound: 20, frames: 4 }

/** Milliseconds from then until it came, and kept coming; `null` if it has not. */
export function backAfter(log: readonly Sample[], then: number, what: What): number | null {
  const column = columns[what]
  const later = log.filter(([at]) => at >= then)
  for (const [place, sample] of later.entries()) {
    const before = later[place - 1]
    if (!before || sample[column] === before[column]) continue
    const soon = later.findLast(([at]) => at <= sample[0] + within.ms)
    if (soon && soon[column] - before[column] >= within[what]) return sample[0] - then
  }
  return null
}

/** The longest time since then in which nothing of it came. */
export function longestGap(log: readonly Sample[], then: number, what: What): number {
  let [longest, lastAt, last] = [0, then, -1]
  for (const sample of log.filter(([at]) => at >= then)) {
    if (sample[columns[what]] === last) continue
    longest = Math.max(longest, sample[0] - lastAt)
    lastAt = sample[0]
    last = sample[columns[what]]
  }
  return longest
}

/** Milliseconds from then until "Reconnecting…" was said; `null` if it was not. */
export function saidAfter(log: readonly Sample[], then: number): number | null {
  const first = log.find(([at, , , isSaid]) => at >= then && isSaid)
  return first ? first[0] - then : null
}
