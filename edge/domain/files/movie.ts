import type { Patch, ReadBytes } from './bytes.ts'
import { type Box, boxesIn, someBoxes } from './movie-boxes.ts'

// User data holds the place as Android writes it (©xyz), metadata as Apple does (com.apple.quicktime.location), a uuid box
// XMP or a maker's own. No player needs them. Boxes that are free already are emptied too: a process may have died
// between a name and what it stood for.
const telling = new Set(['udta', 'meta', 'uuid', 'free', 'skip'])
const zeros = new Uint8Array(64 * 1024)

/** What makes free space of everything in a movie that tells of place and camera. Nothing moves, so it plays as before. */
export async function moviePrivateParts(read: ReadBytes, size: number): Promise<Patch[]> {
  const patches: Patch[] = []
  const patience = someBoxes()
  /** `inside` names the boxes that are opened in turn: no file decides how deep that goes. */
  async function search(from: number, to: number, [next, ...inside]: readonly string[]): Promise<void> {
    for await (const box of boxesIn(read, from, to, patience)) {
      if (telling.has(box.name)) patches.push(...emptied(box))
      else if (box.name === next) await search(box.content, box.end, inside)
    }
  }
  await search(0, size, ['moov', 'trak'])
  return patches
}

function emptied({ at, content, end }: Box): Patch[] {
  const patches: Patch[] = [{ at: at + 4, bytes: Uint8Array.from([0x66, 0x72, 0x65, 0x65]) }]
  for (let place = content; place < end; place += zeros.length) {
    patches.push({ at: place, bytes: zeros.subarray(0, end - place) })
  }
  return patches
}
