import { cutPhoto } from '../photo-pieces.ts'
import type { ToolWire } from '../tool-wire.ts'
import { makeStillCamera, type StillCamera } from './draw-still.ts'
import { firstStillId, readLink } from './link-word.ts'
import { firstPace, paceAfter, type StillPace, stillSize } from './still-plan.ts'

export interface StillSender {
  /** Sends stills of this track from now on, with no more than so many kbit/s; `null` ends it. */
  show(track: MediaStreamTrack | null, most?: number): void
  /** What stills were seen to carry, in kbit/s. */
  kbps(): number
}

export interface StillWay {
  wire: ToolWire
  /** Kbit/s that there seem to be, before the first still shows it. */
  room(): number | null
  /** Share of what we send that is lost. */
  loss(): number
}

// Small enough that a word of sound never waits long behind one.
const pieceBytes = 1_100
/** Not seen after so long: it was lost with the connection, or the way is stuffed. */
const patienceMs = 20_000

/** Sends pictures over the tools' wire, no faster than they are seen to arrive. */
export function createStillSender({ wire, room, loss }: StillWay): StillSender {
  let camera: StillCamera | null = null
  let shown: MediaStreamTrack | null = null
  let pace: StillPace = firstPace(null)
  let limit: number | undefined
  let isFirst = true
  let lastId = firstStillId + Math.floor(Math.random() * 1e6)
  let seen: (id: number) => void = () => {}
  let timer: ReturnType<typeof setTimeout> | undefined

  wire.listen((message) => {
    const word = message instanceof ArrayBuffer ? null : readLink(message)
    if (word?.t === 'still-seen') seen(word.id)
  })

  function show(track: MediaStreamTrack | null, most?: number): void {
    limit = most
    if (track === shown) return
    // Another camera goes on at the pace that the last one found.
    if (!shown) [pace, isFirst] = [firstPace(room()), true]
    shown = track
    camera?.end()
    clearTimeout(timer)
    camera = track && makeStillCamera(track)
    if (camera) void go(camera)
  }

  async function go(mine: StillCamera): Promise<void> {
    const { bytes, everyMs } = stillSize(pace, isFirst)
    const begun = performance.now()
    const photo = wire.isOpen() ? await mine.shoot(bytes) : null
    if (photo) await deliver(photo, () => mine === camera && wire.isOpen())
    if (mine !== camera) return
    const rest = begun + everyMs - performance.now()
    // A camera needs a moment for its first frame.
    timer = setTimeout(go, photo ? Math.max(rest, 200) : 300, mine)
  }

  async function deliver(photo: Blob, isWanted: () => boolean): Promise<void> {
    lastId += 1
    const id = lastId
    const begun = performance.now()
    const arrived = waitFor(id)
    wire.tell({ t: 'still', id, size: photo.size })
    await trickle(id, new Uint8Array(await photo.arrayBuffer()), isWanted)
    if (!isWanted()) return
    const isSeen = await arrived
    const plannedMs = (photo.size * 8) / pace.kbps
    const delivery = { plannedMs, tookMs: performance.now() - begun, loss: loss() }
    pace = paceAfter(pace, isSeen ? delivery : null, limit)
    isFirst = false
  }

  function waitFor(id: number): Promise<boolean> {
    return new Promise((resolve) => {
      const late = setTimeout(resolve, patienceMs, false)
      seen = (which) => {
        if (which !== id) return
        clearTimeout(late)
        resolve(true)
      }
    })
  }

  async function trickle(id: number, bytes: Uint8Array, isWanted: () => boolean): Promise<void> {
    const begun = performance.now()
    let sent = 0
    for (const piece of cutPhoto(id, bytes, pieceBytes)) {
      // By the clock, not by counting pauses: a page in the background wakes up once a second.
      const due = begun + (sent * 8) / pace.kbps
      await sleep(due - performance.now())
      if (!isWanted()) return
      wire.tell(piece)
      sent += piece.byteLength
    }
  }

  return { show, kbps: () => pace.kbps }
}

function sleep(ms: number): Promise<void> {
  return ms <= 0 ? Promise.resolve() : new Promise((resolve) => setTimeout(resolve, ms))
}
