// What goes wrong in a call, on demand. In builds of the mode "faults" alone: line.ts asks for it, and
// tests/build/no-faults.test.ts makes sure that it is not in what people get.

import type { Fault } from './fault-names.ts'

/** Puts `simulateFault(fault)` on the window, and itself between the page and the browser. */
export function offerFaults(): void {
  if ('simulateFault' in window || !window.RTCPeerConnection) return
  const ears = replacePeerConnection()
  const broker = replaceWebSocket()
  const network = replaceFetch()
  const tracks = watchTracks()
  const act: Record<Fault, () => void> = {
    'ice-fail': ears.close,
    'network-silent'() {
      ears.close()
      network.hang()
      broker.leave()
    },
    'network-back'() {
      network.goOn()
      broker.comeBack()
    },
    'broker-gone': broker.leave,
    'broker-back': broker.comeBack,
    'camera-lost': () => tracks.lose('video'),
    'microphone-lost': () => tracks.lose('audio'),
    reload: () => location.reload(),
  }
  Object.assign(window, { simulateFault: (fault: Fault) => act[fault]() })
}

/** A connection that hears nothing: its counts stand still, and no pulse is felt. */
function replacePeerConnection() {
  const open = new Set<Deafened>()
  class Deafened extends RTCPeerConnection {
    deaf: RTCStatsReport | null = null

    constructor(config?: RTCConfiguration) {
      super(config)
      open.add(this)
    }

    // The browser's declaration has older forms beside this one.
    override getStats = async (): Promise<RTCStatsReport> => this.deaf ?? super.getStats()

    override createDataChannel(label: string, options?: RTCDataChannelInit): RTCDataChannel {
      const channel = super.createDataChannel(label, options)
      // Registered before anybody else, so that nobody else hears it.
      channel.addEventListener('message', (event) => this.deaf && event.stopImmediatePropagation())
      return channel
    }

    override async setRemoteDescription(description: RTCSessionDescriptionInit): Promise<void> {
      await super.setRemoteDescription(description)
      if (!network.isSilent) this.deaf = null
    }
  }
  Object.assign(window, { RTCPeerConnection: Deafened })
  const close = () => {
    for (const pc of open) void pc.getStats().then((stats) => (pc.deaf = stats))
  }
  return { close }
}

const network = { isSilent: false }

function replaceFetch() {
  const real = window.fetch.bind(window)
  const hanging = (signal?: AbortSignal | null) =>
    new Promise<never>((_, reject) => {
      signal?.addEventListener('abort', () => reject(signal.reason))
    })
  window.fetch = (input, init) => (network.isSilent ? hanging(init?.signal) : real(input, init))
  return {
    hang: () => {
      network.isSilent = true
    },
    goOn: () => {
      network.isSilent = false
    },
  }
}

function replaceWebSocket() {
  const sockets = new Set<WebSocket>()
  let isGone = false
  class Fragile extends WebSocket {
    constructor(url: string | URL, protocols?: string | string[]) {
      super(url, protocols)
      sockets.add(this)
      if (isGone) this.close()
    }
  }
  Object.assign(window, { WebSocket: Fragile })
  return {
    leave() {
      isGone = true
      for (const socket of sockets) socket.close()
    },
    comeBack() {
      isGone = false
    },
  }
}

function watchTracks() {
  const tracks = new Set<MediaStreamTrack>()
  const real = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices)
  navigator.mediaDevices.getUserMedia = async (wish) => {
    const stream = await real(wish)
    for (const track of stream.getTracks()) tracks.add(track)
    return stream
  }
  // A track that is stopped from within says nothing of it; one whose device goes says "ended".
  function lose(kind: string): void {
    for (const track of [...tracks].filter((each) => each.kind === kind && each.readyState === 'live')) {
      track.stop()
      track.dispatchEvent(new Event('ended'))
    }
  }
  return { lose }
}
