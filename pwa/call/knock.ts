// Is the network back? A browser does not say it, and a request is no way to ask: Chromium tries on with one
// connection in ever longer pauses (up to 32 s after a minute), and six that hang keep all others out.
// A connection to a TURN server is opened at once, each time, and closed for good. Ours is none and hangs up on it,
// which is all that we want to know. Where it speaks TLS so must we: to OpenSSL the plain question is the beginning of
// a long record, and it waits for the rest.

const patienceMs = 2_000

/** Calls `reached` if whoever is at this address answers in any way. Returns the end of it. */
export function knock(urls: string, reached: () => void): () => void {
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

/** The page's own host as a TURN server's address, with its port also where the page's address leaves that out. */
export function doorOf({
  hostname,
  port,
  protocol,
}: Pick<Location, 'hostname' | 'port' | 'protocol'>): string {
  const isSecure = protocol === 'https:'
  return `${isSecure ? 'turns' : 'turn'}:${hostname}:${port || (isSecure ? 443 : 80)}?transport=tcp`
}
