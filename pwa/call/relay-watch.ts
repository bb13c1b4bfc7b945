// Nobody tells that a relay is back, and a connection that asked it in vain repeats that in ever longer pauses.

export interface RelayWatch {
  /** Tries the relay until it answers. */
  begin(): void
  end(): void
}

// Half of it is waited on average, by both sides, before anything else can begin.
const everyMs = 250
const patienceMs = 1_000

/**
 * Says when a relay that was gone is back. It was gone if it did not answer while the edge did, which was last heard
 * at `heardAt`: a network that is away takes both with it, and its coming back is seen elsewhere.
 */
export function makeRelayWatch(
  ice: () => RTCConfiguration | null,
  heardAt: () => number,
  back: () => void,
): RelayWatch {
  const tries = new Set<() => void>()
  let timer: ReturnType<typeof setTimeout> | undefined
  let wasGone = false

  function begin(): void {
    if (timer !== undefined || !hasRelay(ice())) return
    wasGone = false
    look()
  }

  function look(): void {
    timer = setTimeout(look, everyMs)
    const from = Date.now()
    const pc = new RTCPeerConnection({ ...ice(), iceTransportPolicy: 'relay' })
    const late = setTimeout(() => {
      wasGone ||= heardAt() > from
      stop()
    }, patienceMs)
    function stop(): void {
      clearTimeout(late)
      tries.delete(stop)
      pc.close()
    }
    tries.add(stop)
    pc.onicecandidate = ({ candidate }) => candidate && answered()
    pc.createDataChannel('')
    pc.setLocalDescription().catch(stop)
  }

  function answered(): void {
    end()
    if (wasGone) back()
  }

  function end(): void {
    clearTimeout(timer)
    timer = undefined
    for (const stop of tries) stop()
  }

  return { begin, end }
}

const hasRelay = (ice: RTCConfiguration | null) =>
  ice?.iceServers?.some(({ urls }) => String(urls).includes('turn')) ?? false
