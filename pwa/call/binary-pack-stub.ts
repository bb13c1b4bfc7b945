// PeerJS brings a packer for binary data (9 kB before compression). Ours is text alone, and whoever
// offers us a channel that would need it is refused: see isControl in control-channel.ts.
function refuse(): never {
  throw new Error('data channels carry text here')
}

export const pack = refuse
export const unpack = refuse
