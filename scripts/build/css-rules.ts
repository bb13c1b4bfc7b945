/** A rule of a sheet: what it stands inside of (`@media …`), its selector and its declarations. */
export interface Rule {
  around: readonly string[]
  selector: string
  body: string
}

/** Cuts at each end of a rule, a statement or a comment: every piece stands at the top of its sheet or block. */
export function piecesOf(css: string): string[] {
  const ends = /\\.|\/\*[\s\S]*?\*\/|[{};]/g
  const pieces: string[] = []
  let depth = 0
  let from = 0
  for (const { 0: sign, index } of css.matchAll(ends)) {
    if (sign === '{') depth++
    if (sign === '}') depth--
    if (depth > 0 || sign === '{' || sign.startsWith('\\')) continue
    pieces.push(css.slice(from, index + sign.length).trim())
    from = index + sign.length
  }
  return [...pieces, css.slice(from).trim()].filter(Boolean)
}

/** All rules in their order, one for each selector, however deep they stand in media and container queries. */
export function rulesIn(css: string, around: readonly string[] = []): Rule[] {
  return piecesOf(css).flatMap((piece) => {
    const [head, body] = headAndBody(piece)
    if (head.startsWith('@')) return rulesIn(body, [...around, head])
    return selectorsIn(head).map((selector) => ({ around, selector, body }))
  })
}

export function headAndBody(piece: string): [head: string, body: string] {
  const brace = piece.indexOf('{')
  return brace < 0 ? [piece, ''] : [piece.slice(0, brace), piece.slice(brace + 1, -1)]
}

/** A comma in brackets, or an escaped one, is part of its selector. */
function selectorsIn(head: string): string[] {
  return head.match(/(?:\\.|\((?:\\.|[^()\\]|\((?:\\.|[^()\\])*\))*\)|[^,\\(])+/g) ?? [head]
}

/** The class names of a selector, as they stand in a `class`. */
export function classesIn(selector: string): string[] {
  return [...selector.matchAll(/\.((?:\\.|[\w-])+)/g)].map(([, name = '']) => name.replace(/\\(.)/g, '$1'))
}
