import type { Page } from 'playwright-core'
import { until, untilTrue } from './until.ts'

/**
 * Put into the page before its own scripts: remembers its connections, so that a test can count
 * the frames and the sound that really arrive. The pages themselves know nothing of it.
 */
export const mediaProbe = `(() => {
  const lines = []
  const Plain = RTCPeerConnection
  window.RTCPeerConnection = class extends Plain {
    constructor(...given) {
      super(...given)
      lines.push(this)
    }
  }
  window.mediaProbe = {
    async received() {
      const sum = { frames: 0, sound: 0 }
      for (const line of lines) {
        if (line.connectionState === 'closed') continue
        for (const row of (await line.getStats()).values()) {
          if (row.type !== 'inbound-rtp') continue
          if (row.kind === 'video') sum.frames += row.framesDecoded ?? 0
          else sum.sound += row.packetsReceived ?? 0
        }
      }
      return sum
    },
  }
})()`

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
