// Is the network back? A browser does not say it, and a request is no way to ask: Chromium tries on with one
// connection in ever longer pauses (up to 32 s after a minute), and six that hang keep all others out.
// A connection to a TURN server is opened at once, each time, and closed for good. Ours is none and hangs up on it,
// which is all that we want to know.

const patienceMs = 2_000

/** Calls `reached` if this host answers in any way. Returns the end of it. */
export function knock(host: string, reached: () => void): () => void {
  const urls = `turn:${host}?transport=tcp`
  const server = { urls, username: 'nobody', credential: 'nothing' }
  const pc = new RTCPeerConnection({ iceServers: [server], iceTransportPolicy: 'relay' })
  const timer = setTimeout(end, patienceMs)

  function end(): void {
    clearTimeout(timer)
    pc.onicegatheringstatechange = null
    pc.close()
  }

  pc.onicegatheringstatechange = () => {
    if (pc.iceGatheringState !== 'complete') return
    end()
    reached()
  }
  pc.createDataChannel('')
  pc.setLocalDescription().catch(end)
  return end
}

/** The page's own host, with its port also where an address leaves that out. */
export function hostOf({ hostname, port, protocol }: Location): string {
  return `${hostname}:${port || (protocol === 'https:' ? 443 : 80)}`
}
