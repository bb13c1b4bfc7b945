import type { Connection } from './media-link.ts'
import type { Outlook } from './outlook.ts'
import type { Tracks } from './placeholder.ts'

// Both sides know the channel by its number, so it needs no negotiation of its own.
const id = 102

/**
 * A connection beside the one that there is, with the same tracks. It says goodbye as PeerJS's does: by the end of a
 * channel.
 */
export function makeSecondConnection(
  outlook: Outlook,
  ice: RTCConfiguration | null,
  { audio, video }: Tracks,
): Connection {
  const { place, leave } = outlook.enter()
  const pc = new place.RTCPeerConnection(ice ?? {})
  const farewell = pc.createDataChannel('', { negotiated: true, id })
  const stream = new MediaStream([audio, video])
  for (const track of [audio, video]) pc.addTrack(track, stream)

  function on(event: 'stream' | 'close', act: (stream: MediaStream) => void): void {
    if (event === 'stream') pc.ontrack = ({ streams }) => streams[0] && act(streams[0])
    else farewell.onclose = () => act(stream)
  }

  function close(): void {
    farewell.onclose = null
    pc.close()
    leave()
  }

  return { peerConnection: pc, connectionId: '', on, close }
}
