import type { Page } from 'playwright-core'
import { until, untilTrue } from './until.ts'

/**
 * Put into the page before its own scripts: remembers its connections, so that a test can count
 * the frames and the sound that really arrive, and see the way that they took. The pages themselves know nothing of it.
 * What is made in a window of theirs counts as their own.
 */
export const mediaProbe = `(() => {
  const { lines, told } = (window.top.mediaProbed ??= { lines: [], told: [] })
  const Plain = RTCPeerConnection
  window.RTCPeerConnection = class extends Plain {
    constructor(...given) {
      super(...given)
      lines.push(this)
    }
    setRemoteDescription(description) {
      told.push(description.sdp)
      return super.setRemoteDescription(description)
    }
    addIceCandidate(candidate) {
      told.push(candidate?.candidate ?? '')
      return super.addIceCandidate(candidate)
    }
  }
  async function receivedBy(line) {
    const sum = { frames: 0, sound: 0 }
    if (line.connectionState === 'closed') return sum
    const reports = await Promise.all(line.getReceivers().map((receiver) => receiver.getStats()))
    for (const row of reports.flatMap((report) => [...report.values()])) {
      if (row.type !== 'inbound-rtp') continue
      if (row.kind === 'video') sum.frames += row.framesDecoded ?? 0
      else sum.sound += row.packetsReceived ?? 0
    }
    return sum
  }
  window.mediaProbe = {
    async received() {
      const sum = { frames: 0, sound: 0 }
      for (const { frames, sound } of await Promise.all(lines.map(receivedBy))) {
        sum.frames += frames
        sum.sound += sound
      }
      return sum
    },
    receivedByEach: () => Promise.all(lines.map(receivedBy)),
    /** All that the other side's browser has told of where it is. */
    told: () => told.join('\\n'),
    /** How many connections for picture and sound were made. */
    dialled: () => lines.filter((line) => line.getTransceivers().length > 0).length,
    /** The way that packets take now, as kinds of candidates (RFC 8445, 4), and how we speak to our relay. */
    async way() {
      const line = lines.findLast((each) => each.connectionState === 'connected')
      if (!line) return null
      const rows = await line.getStats()
      const { selectedCandidatePairId } = [...rows.values()].find(({ type }) => type === 'transport')
      const { localCandidateId, remoteCandidateId } = rows.get(selectedCandidatePairId)
      const [local, remote] = [rows.get(localCandidateId), rows.get(remoteCandidateId)]
      return { local: local.candidateType, remote: remote.candidateType, by: local.relayProtocol ?? null, from: local.address }
    },
  }
})()`

export interface Way {
  local: 'host' | 'srflx' | 'prflx' | 'relay'
  remote: 'host' | 'srflx' | 'prflx' | 'relay'
  by: 'udp' | 'tcp' | 'tls' | null
  /** Our end's address. */
  from: string
}

export const wayOf = (page: Page) => page.evaluate('mediaProbe.way()') as Promise<Way | null>

/** More and more pictures and sound come in, counted from now on. */
export async function hearsAndSees(page: Page): Promise<void> {
  await arrives(page, 'now.frames > before.frames + 5 && now.sound > before.sound + 20')
}

export async function hears(page: Page): Promise<void> {
  await arrives(page, 'now.sound > before.sound + 20')
}

// A new connection starts to count at nothing again.
async function arrives(page: Page, enough: string): Promise<void> {
  await page.evaluate('window.receivedBefore = undefined').catch(() => {})
  await until(
    page,
    `mediaProbe.received().then((now) => {
      const before = window.receivedBefore
      if (before && now.frames >= before.frames && now.sound >= before.sound) return ${enough}
      window.receivedBefore = now
      return false
    })`,
  )
}

/** The element shows a picture, and the picture moves. */
export async function plays(page: Page, label: string): Promise<void> {
  const video = page.getByRole('region', { name: 'Video call' }).getByLabel(label, { exact: true })
  const shownFor = () =>
    video.evaluate((element) => {
      const { videoWidth, currentTime } = element as unknown as { videoWidth: number; currentTime: number }
      return videoWidth > 100 ? currentTime : 0
    })
  let first = 0
  await untilTrue(`${label} plays`, async () => {
    const now = await shownFor()
    if (first === 0) first = now
    return first > 0 && now > first + 0.2
  })
}
