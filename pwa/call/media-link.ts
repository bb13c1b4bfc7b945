import type { MediaConnection } from 'peerjs'
import { watchPackets } from './packet-watch.ts'
import type { Tracks } from './placeholder.ts'

export interface LinkEvents {
  stream(stream: MediaStream): void
  /** Packets flow. */
  up(): void
  /** None for a while; `up` may follow. */
  silent(): void
  /** Over: the other side closed it, or it failed. */
  closed(): void
}

/** One connection of picture and sound, from the offer to its end. */
export interface MediaLink {
  /** Puts these tracks in the place of what was sent so far. */
  send(tracks: Tracks): void
  close(): void
}

/** The connection must have been dialled or answered already. */
export function makeMediaLink(connection: MediaConnection, on: LinkEvents): MediaLink {
  const pc = connection.peerConnection
  const stops: (() => void)[] = []
  let isOver = false

  connection.on('stream', (stream) => !isOver && on.stream(stream))
  connection.on('close', finish)
  pc.addEventListener('connectionstatechange', follow)
  follow()

  function follow(): void {
    if (isOver) return
    if (pc.connectionState === 'failed') finish()
    if (pc.connectionState !== 'connected' || stops.length > 0) return
    stops.push(watchPackets(pc, (isSilent) => !isOver && (isSilent ? on.silent() : on.up())))
    on.up()
  }

  function finish(): void {
    if (isOver) return
    close()
    on.closed()
  }

  function close(): void {
    isOver = true
    for (const stop of stops) stop()
    connection.close()
  }

  function send(tracks: Tracks): void {
    for (const { receiver, sender } of pc.getTransceivers()) {
      const track = receiver.track.kind === 'audio' ? tracks.audio : tracks.video
      // A connection that closes meanwhile has no more use for it.
      if (sender.track !== track) sender.replaceTrack(track).catch(() => {})
    }
  }

  return { send, close }
}
