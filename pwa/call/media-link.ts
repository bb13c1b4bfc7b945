import { watchPackets } from './packet-watch.ts'
import type { Tracks } from './placeholder.ts'
import { makePulse } from './pulse.ts'

export interface LinkEvents {
  stream(stream: MediaStream): void
  /** Packets flow. */
  up(): void
  /** None for a while; `up` may follow, by itself or by a restart. */
  silent(): void
  /** The browser has given this way up; another one may be found. */
  failed(): void
  /** Over: the other side closed it, or it never came up. */
  closed(): void
}

/** What PeerJS makes when it dials, and whoever stands in for it. */
export interface Connection {
  connectionId: string
  peerConnection: RTCPeerConnection
  on(event: 'stream', act: (stream: MediaStream) => void): unknown
  on(event: 'close', act: () => void): unknown
  close(): void
}

/** One connection of picture and sound, from the offer to its end. */
export interface MediaLink {
  /** What both sides know it by. */
  readonly id: string
  readonly pc: RTCPeerConnection
  /** Whether packets ever flowed. */
  wasUp(): boolean
  /** Puts these tracks in the place of what was sent so far. */
  send(tracks: Tracks): void
  close(): void
}

/** The connection must have been dialled or answered already. */
export function makeMediaLink(connection: Connection, on: LinkEvents): MediaLink {
  const pc = connection.peerConnection
  const pulse = makePulse(pc)
  const stops = [pulse.stop]
  let wasUp = false
  let isOver = false

  connection.on('stream', (stream) => !isOver && on.stream(stream))
  connection.on('close', finish)
  // PeerJS closes a connection that has failed, and with it everything that a restart could take up again.
  pc.oniceconnectionstatechange = null
  pc.addEventListener('connectionstatechange', follow)
  follow()

  function follow(): void {
    if (isOver) return
    if (pc.connectionState === 'failed') fail()
    if (pc.connectionState !== 'connected') return
    if (wasUp) showWhole(pc)
    else begin()
  }

  function begin(): void {
    wasUp = true
    stops.push(watchPackets(pc, pulse.count, (isSilent) => !isOver && (isSilent ? on.silent() : comeBack())))
    on.up()
  }

  function comeBack(): void {
    showWhole(pc)
    on.up()
  }

  function fail(): void {
    if (wasUp) on.failed()
    else finish()
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

  return {
    get id() {
      return connection.connectionId
    },
    pc,
    wasUp: () => wasUp,
    send,
    close,
  }
}

interface KeyFrameWish {
  encodingOptions: { keyFrame: boolean }[]
}

/**
 * Sends one whole picture: what comes after a gap says only what has changed since, and the other side would ask
 * for it a second later. Where a browser does not know the wish it is none.
 */
export function showWhole(pc: RTCPeerConnection): void {
  for (const sender of pc.getSenders()) {
    if (sender.track?.kind !== 'video') continue
    const parameters = sender.getParameters()
    const wish: KeyFrameWish = { encodingOptions: parameters.encodings.map(() => ({ keyFrame: true })) }
    const set = sender.setParameters as (all: RTCRtpSendParameters, wish: KeyFrameWish) => Promise<void>
    set.call(sender, parameters, wish).catch(() => {})
  }
}
