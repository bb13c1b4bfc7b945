// The letters of SQLite's tokenizer "unicode61 remove_diacritics 2" (ext/fts5/fts5_unicode2.c), as they were read out of
// the database itself, one by one: tests/edge/fts-tokens.test.ts asks it again. They are those of Unicode 6.1,
// so a browser's own tables, which grow, cannot stand in for them.

/** Beyond ASCII, as gap and length in base 36: how many letters after the range before, and how many more it holds. */
const separatorRanges = `
0.15 1.6 2 1.2 2 3 n v cq.3 c.d 5.6 1 1.g 5 7.1 1 1.8 1.6 6.3 2 2.1p 5 8 5.1 1 32 3v.7 5s.5 15.1 4
1.1i 17.1 b.4 1.l 2.1 17.k a.3 2 2r 1.e 2.6 f.1 1.d 1 1 u.q 2j.a 1m.8 2.3 s.3 1.8 1.2 1.4 2.e q.2 2
3p.q 1.3 1i.2 1.h 1.6 a.3 a g.2 1k 1.6 2.1 2.2 9 a.1 e.1 6.1 5.2 1k 1.4 4.1 2.2 3 u.1 3 b.2 1k 1.7
1.2 1.2 k.1 c.1 f.2 1k 1.6 2.1 2.2 8.1 a.1 c h 1n.4 3.2 1.3 9 r.7 6.2 1m.6 1.2 1.3 7.1 b.1 r 2.1 1k
1.6 1.2 1.3 7.1 b.1 u.1 1m.6 1.2 1.3 9 a.1 l 8.1 1y 4.5 1 1.7 i.2 1o 2.6 4 7.8 a.1 2d 2.5 1.1 b.5
1f.u k.b 1d.m 5.a 1.z 1.e 1.c 28.j b.5 6.3 4.2 1.2 2.6 3.3 d.b 1 a.5 2j gx.b 13.9 2u h8.1 h q.1 26.2
10.2 t.4 r.1 u.1 1s.y 1.3 1 y.e 4a 3a.b 4.b 4 3.1 2y.g 7.1 k.x n.4 2.1 1h.9 1.s 2 w.6 1.5 2a.4 1b.g
l.y 3.2 u.c 1k.d 8.3 10.j 3.4 1q.1 1s.7 8.o 4 4.2 5n.12 l.3 cd 1.2 b.2 d.2 d.2 d.1 1.2s 5.5 a.4 b.4
h.p m.w f.1 1.3 1.1 a 1.2 5.5 1 1 1 4 b.1 4.4 5.3 1 1s.gz c.12 p.a 29.25 m.e7 1.38 u.qg 3.9 az.5 4.2
7.3 1.1 34 e 2o.26 1.b 1w.p 1.2g c.5x q.b 4.4 3.o 9.6 5.1 5.2 2h.3 3 2i 44.1 4.9 w.z s.u b.t 8 f.v
a.12 f.1q 1.73 534.1r h3k.1i 1j.1 7h.2 2n.f w 28.7 8.m 9.1 2v.1 3b 3 4 n.8 a.3 1m.3 8.1 1e.g 9.1 g.h
6.2 17.9 n.c b w.3 1b.q g.1 21.d c 8.1 e.3 n.2 1 1g 1.2 2.1 5.1 1 s.1 b.6 3.1 6k.a fn4 a 3s.f ak.1
58.1 2.p 6.6 9.y 1.i 1.3 43 1.e a.6 q.5 q.a 3e.6 1.6 a.6 74.2 1g.8 1l.g 6.b 1g.19 bl 1c w6 5j v 5d.2
1.1 5.3 14.2 4 g.8 12 55.6 xs.2 1h.l 1e.2 19.h 1q.2 10.d b.3 1o.2 1c.d 4.3 yq.c 2pk.3 esd.19 g.3
j1p.6t a.12 2.50 y.1x 56.2e oa p v p v p v p v p 4ks.1 7i.17 4.2r c.e 2.d 2.e 1.e 1c.u 1.1n 4.16
23.s d.16 5.8 7.1 4u.w f.5 1.1x 3.j c.10 1.4 l.g f.1q 1 1.51 1.3 3.1p 2.3 c.n 43.1x 4.a 1c.1x 1m.37
gwi5 u.2n 3k.6n`

/** Marks that vanish inside of a word, and begin none. */
const marks = new Set(
  '300 301 302 303 304 306 307 308 309 30a 30b 30c 30f 311 31b 323 324 325 326 327 328 32d 32e 330 331'
    .split(' ')
    .map((code) => Number.parseInt(code, 16)),
)

/** What is folded otherwise than by the rule below. */
const folded = new Map(
  'µμ ſs Ǡǡ ςσ ϐβ ϑθ ϕφ ϖπ ϰκ ϱρ ϵε ẛs \u1FBEι'.split(' ').map((pair) => [...pair] as [string, string]),
)

/** Capitals that got their small letters after Unicode 6.1, and stay what they are. */
const unfolded =
  /[\u01E1\u037F\u0528\u052A\u052C\u052E\u13A0-\u13F5\u1C89\u1C90-\u1CBF\u2C2F\uA698\uA69A\uA796\uA798\uA79A\uA79C\uA79E\uA7AB-\uA7F5]|[\u{104B0}-\u{1E921}]/u

const separators = readRanges(separatorRanges)
const known: (string | null | undefined)[] = []

/** As it stands in the index; `''` for a mark, which vanishes inside of a word; `null` for what parts words. */
export function letterOf(code: number): string | null {
  const before = known[code]
  if (before !== undefined) return before
  const letter = lookUp(code)
  if (code < 0x3000) known[code] = letter
  return letter
}

function lookUp(code: number): string | null {
  const letter = String.fromCodePoint(code)
  if (code < 0x80) return /[a-z0-9]/i.test(letter) ? letter.toLowerCase() : null
  if (marks.has(code)) return ''
  return isSeparator(code) ? null : (folded.get(letter) ?? small(letter))
}

/** Small, and of a Latin letter with its marks the bare letter. */
function small(letter: string): string {
  if (unfolded.test(letter)) return letter
  const lower = letter.toLowerCase()
  const [base = '', ...rest] = lower.normalize('NFD')
  if (/^[a-z]$/.test(base) && rest.length > 0 && rest.every((part) => /\p{M}/u.test(part))) return base
  return [...lower].length === 1 ? lower : letter
}

function isSeparator(code: number): boolean {
  if (code >= 0xd800 && code <= 0xdfff) return true
  let [low, high] = [0, separators.length - 1]
  while (low <= high) {
    const middle = (low + high) >> 1
    const [from, to] = separators[middle] ?? [0, 0]
    if (code < from) high = middle - 1
    else if (code > to) low = middle + 1
    else return true
  }
  return false
}

function readRanges(text: string): [number, number][] {
  let next = 0x80
  return text
    .trim()
    .split(/\s+/)
    .map((part) => {
      const [gap = '0', more = '0'] = part.split('.')
      const from = next + Number.parseInt(gap, 36)
      const to = from + Number.parseInt(more, 36)
      next = to + 1
      return [from, to]
    })
}
