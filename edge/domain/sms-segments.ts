// What a text costs: a message of several segments is billed as several messages.
// 3GPP TS 23.038 §6.2.1 (alphabet and extension table) and TS 23.040 §9.2.3.24.1 (joined
// messages lose six octets to a header). Twilio uses no national shift tables, so one "ş"
// makes the whole text UCS-2: https://www.twilio.com/docs/glossary/what-is-gsm-7-character-encoding

export interface Segments {
  encoding: 'GSM-7' | 'UCS-2'
  /** 0 for an empty text. */
  segments: number
  /** What counts against the limit: septets (an extension character takes two) or UTF-16 units. */
  characters: number
}

const alphabet = new Set(
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?' +
    '¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà',
)
const extension = new Set('\f^{}\\[~]|€')

const limits = {
  'GSM-7': { alone: 160, joined: 153 },
  'UCS-2': { alone: 70, joined: 67 },
}

/** How a text is encoded and how many segments it takes. */
export function countSegments(text: string): Segments {
  const letters = [...text]
  const encoding = letters.every((letter) => septets(letter) > 0) ? 'GSM-7' : 'UCS-2'
  const sizes = letters.map((letter) => (encoding === 'GSM-7' ? septets(letter) : letter.length))
  const characters = sizes.reduce((sum, size) => sum + size, 0)
  const { alone, joined } = limits[encoding]
  const segments = characters <= alone ? Math.sign(characters) : packed(sizes, joined)
  return { encoding, segments, characters }
}

/** 0 when the alphabet lacks the letter. */
function septets(letter: string): number {
  if (alphabet.has(letter)) return 1
  return extension.has(letter) ? 2 : 0
}

// An escape pair or a surrogate pair is never cut in two: it begins the next segment.
function packed(sizes: readonly number[], room: number): number {
  let segments = 1
  let free = room
  for (const size of sizes) {
    if (size > free) {
      segments += 1
      free = room
    }
    free -= size
  }
  return segments
}
