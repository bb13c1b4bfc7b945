import { createRoot, createSignal } from 'solid-js'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import type { LineState, LocalMedia } from '../../../../pwa/call/line.ts'
import { type Cared, createLinkCare } from '../../../../pwa/call/quality/link-care.ts'
import { createToolWire } from '../../../../pwa/call/tool-wire.ts'

/** A connection whose sender keeps what it was told; nothing is counted in it. */
function connect() {
  const told: boolean[] = []
  const sender = {
    track: { kind: 'video' },
    getParameters: () => ({ encodings: [{ active: true }] }),
    async setParameters({ encodings }: { encodings: { active: boolean }[] }) {
      told.push(...encodings.map(({ active }) => active))
    },
  }
  const pc = { connectionState: 'connected', getSenders: () => [sender], getStats: async () => new Map() }
  return { told, pc: pc as unknown as RTCPeerConnection }
}

test('a gap begins nothing anew: the sender is left as it is, whoever has stopped it meanwhile', () => {
  const { told, pc } = connect()
  const media = { camera: 'on', microphone: 'on', screen: false } as LocalMedia
  const [state, setState] = createSignal<LineState>({ state: 'connected', since: 0 })
  const end = createRoot((dispose) => {
    const tools = createToolWire({ tell() {}, drained: async () => {} }).wire
    const cared: Cared = {
      state,
      connection: () => pc,
      camera: () => null,
      media: () => media,
      remoteMedia: () => ({ camera: 'on', microphone: 'on', screen: false }),
      tools,
      passed() {},
    }
    createLinkCare(cared)
    return dispose
  })
  setState({ state: 'reconnecting', since: 1 })
  setState({ state: 'connected', since: 2 })
  end()
  assert.equal(told, [true])
})

test.run()
