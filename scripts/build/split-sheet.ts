import { classesIn, headAndBody, piecesOf, type Rule, rulesIn } from './css-rules.ts'

export interface SplitSheet {
  first: string
  later: string
}

/**
 * Cuts Tailwind's sheet in two: what the first scripts name, and what only later ones do. A rule that no script
 * names is dropped. Among utilities the order decides who wins, and a later sheet would win by coming later:
 * so wherever the order matters, the utilities are put into layers, which keep their ranks in both sheets.
 */
export function splitSheet(css: string, firstCode: string, laterCode: string): SplitSheet {
  const pieces = piecesOf(css)
  const place = pieces.findIndex((piece) => piece.startsWith('@layer utilities{'))
  const [head, body] = headAndBody(pieces[place] ?? '')
  const isInFirst = (rule: Rule) => isNamed(rule, firstCode)
  const rules = rulesIn(body).filter((rule) => isInFirst(rule) || isNamed(rule, laterCode))
  const ranked = rankRules(rules, isInFirst)
  const first = layered(ranked.filter(({ isFirst }) => isFirst))
  const later = layered(ranked.filter(({ isFirst }) => !isFirst))
  const isOf = (kind: RegExp) => (piece: string) => kind.test(piece)
  const notice = pieces.filter(isOf(/^\/\*/))
  const around = pieces.filter((piece, at) => at !== place && !notice.includes(piece))
  const fixed = around.filter((piece) => !isOf(values)(piece) && !isOf(variables)(piece)).join('')
  const named = { first: fixed + first, later }
  const valuesOf = (text: string) =>
    around
      .filter(isOf(values))
      .map((piece) => keepNames(piece, text))
      .join('')
  const used = { first: named.first + valuesOf(named.first), later: named.later + valuesOf(named.later) }
  const isOnlyLater = (piece: string) => isOf(values)(piece) || isOf(variables)(piece)
  const sheet =
    (text: string, without = '') =>
    (piece: string) =>
      isOnlyLater(piece) ? keepNames(piece, text, without) : piece
  const before = around.filter((piece) => pieces.indexOf(piece) < place)
  const after = around.filter((piece) => pieces.indexOf(piece) > place)
  return {
    // The lowest rank may be of the later sheet alone.
    first: [
      ...before.map(sheet(used.first)),
      `${head}{@layer ${rankName(0)};${first}}`,
      ...after.map(sheet(used.first)),
    ].join(''),
    later: [
      ...notice,
      `${head}{${later}}`,
      ...around.filter(isOnlyLater).map(sheet(used.later, used.first)),
    ].join(''),
  }
}

interface Ranked {
  rule: Rule
  isFirst: boolean
  rank: string
}

/** A new rank begins where a rule of the first sheet must beat one of the later sheet that stands before it. */
function rankRules(rules: readonly Rule[], isInFirst: (rule: Rule) => boolean): Ranked[] {
  let beaten: Rule[] = []
  let rank = 0
  return rules.map((rule) => {
    const isFirst = isInFirst(rule)
    if (isFirst && beaten.some((other) => mayMeet(rule, other))) {
      rank++
      beaten = []
    }
    if (!isFirst) beaten.push(rule)
    return { rule, isFirst, rank: rankName(rank) }
  })
}

/** Whether both may be on one element and be about the same. Two choices for the very same never are. */
function mayMeet(one: Rule, other: Rule): boolean {
  const isSameChoice =
    isPlain(one) && isPlain(other) && propertiesIn(one).join() === propertiesIn(other).join()
  return !isSameChoice && kindsIn(one).some((kind) => kindsIn(other).includes(kind))
}

/** Without a condition. Where an element stands and how is often said twice, by it and by who uses it. */
function isPlain({ around, selector, body }: Rule): boolean {
  return around.length === 0 && /^\.(\\.|[\w-])+$/.test(selector) && !/^(display|position):/.test(body)
}

/** Letters alone: a layer's name does not begin with a digit. */
function rankName(rank: number): string {
  const letters = 'abcdefghijklmnopqrstuvwxyz'
  return (
    (rank < letters.length ? '' : rankName(Math.floor(rank / letters.length) - 1)) +
    letters[rank % letters.length]
  )
}

/** What a rule sets, coarsely enough that a property and its shorthand are of one kind. */
function kindsIn(rule: Rule): string[] {
  return propertiesIn(rule).map((property) => {
    if (property.startsWith('--')) return property
    if (/^(top|right|bottom|left|inset)/.test(property)) return 'inset'
    if (/^(min|max)-/.test(property)) return property
    return property.replace(/^-\w+-/, '').split('-')[0] ?? property
  })
}

const propertiesIn = ({ body }: Rule) =>
  piecesOf(body).map((declaration) => declaration.slice(0, declaration.indexOf(':')))

function layered(rules: readonly Ranked[]): string {
  return ranks(rules)
    .map(
      (rank) =>
        `@layer ${rank}{${joined(rules.filter((each) => each.rank === rank).map(({ rule }) => rule))}}`,
    )
    .join('')
}

const ranks = (rules: readonly Ranked[]) => [...new Set(rules.map(({ rank }) => rank))]

/** Neighbours inside of the same queries share them. */
function joined(rules: readonly Rule[]): string {
  const blocks: { around: string; css: string }[] = []
  for (const { around, selector, body } of rules) {
    const css = `${selector}{${body}}`
    const last = blocks.at(-1)
    if (last?.around === around.join('{')) last.css += css
    else blocks.push({ around: around.join('{'), css })
  }
  return blocks.map(({ around, css }) => within(around, css)).join('')
}

const within = (around: string, css: string) =>
  around ? `${around}{${css}${'}'.repeat(around.split('{').length)}` : css

function isNamed({ selector }: Rule, code: string): boolean {
  return classesIn(selector).every((name) => stands(name, code))
}

function stands(name: string, code: string): boolean {
  const edge = /[\s"'`=<>${}]/
  for (let at = code.indexOf(name); at >= 0; at = code.indexOf(name, at + 1)) {
    if (edge.test(code[at - 1] ?? ' ') && edge.test(code[at + name.length] ?? ' ')) return true
  }
  return false
}

/** The tokens: Tailwind's, and ours in both themes. */
const values = /^(@layer theme|:root|@media \(prefers-color-scheme:dark\)\{:root)\b/
/** Tailwind's own variables: their registration, and their first values for browsers that cannot register any. */
const variables = /^@(property|keyframes|layer properties)\b/

/** What of a piece is about names that the text asks for, and that those who have them already do not. */
function keepNames(piece: string, text: string, without = ''): string {
  const isWanted = (name: string) => asksFor(name, text) && !(without && asksFor(name, without))
  if (/^@(property|keyframes) /.test(piece))
    return isWanted(headAndBody(piece)[0].split(' ')[1] ?? '') ? piece : ''
  const kept = piece.replace(/(--[\w-]+):[^;}]*;?/g, (declaration, name) =>
    isWanted(name) ? declaration : '',
  )
  return /\{[^{}]*:[^{}]*\}/.test(kept) ? kept : ''
}

function asksFor(name: string, css: string): boolean {
  if (name.startsWith('--')) return css.includes(`var(${name})`) || css.includes(`var(${name},`)
  return new RegExp(`animation[\\w-]*:[^;}]*\\b${name}\\b`).test(css)
}
