import { classesIn, headAndBody, piecesOf, type Rule, rulesIn } from './css-rules.ts'

/**
 * Cuts Tailwind's sheet into one for each phase of a page: a rule goes to the first phase whose scripts name it, and
 * is dropped if none does. Among utilities the order decides who wins, and a later sheet would win by coming later:
 * so wherever the order matters, the utilities are put into layers, which keep their ranks in all sheets.
 */
export function splitSheet(css: string, phases: readonly string[]): string[] {
  const pieces = piecesOf(css)
  const [head, body] = headAndBody(pieces.find(isUtilities) ?? '')
  const ranked = rankRules(phased(rulesIn(body), phases))
  const order = `@layer ${ranks(ranked).join()};`
  const around = pieces.filter((piece) => !isUtilities(piece) && !isNotice(piece))
  const once = around.filter(isOnce).join('')
  let known = ''
  return phases.map((_, phase) => {
    const isFirst = phase === 0
    const utilities = layered(ranked.filter((each) => each.phase === phase))
    const used = withValues(around, isFirst ? once + utilities : utilities)
    const without = known
    known += used
    const kept = (piece: string) => {
      if (isUtilities(piece)) return `${head}{${isFirst ? order : ''}${utilities}}`
      if (isNotice(piece)) return isFirst ? '' : piece
      if (isOnce(piece)) return isFirst ? piece : ''
      return keepNames(piece, used, without)
    }
    return pieces.map(kept).join('')
  })
}

/** With the tokens that it uses, which may use others. */
function withValues(around: readonly string[], text: string): string {
  const values = around.filter(isValues).map((piece) => keepNames(piece, text))
  return text + values.join('')
}

interface Phased {
  rule: Rule
  phase: number
}

interface Ranked extends Phased {
  rank: string
}

function phased(rules: readonly Rule[], phases: readonly string[]): Phased[] {
  return rules
    .map((rule) => ({ rule, phase: phases.findIndex((code) => isNamed(rule, code)) }))
    .filter(({ phase }) => phase >= 0)
}

/**
 * The lowest ranks that keep the order: a rule that must beat one before it stands no lower, and one higher than
 * what comes in a later sheet, which would win by coming later.
 */
function rankRules(rules: readonly Phased[]): Ranked[] {
  const ranked: (Phased & { height: number })[] = []
  for (const { rule, phase } of rules) {
    const heights = ranked
      .filter((other) => mayMeet(rule, other.rule))
      .map((other) => other.height + (other.phase > phase ? 1 : 0))
    ranked.push({ rule, phase, height: Math.max(0, ...heights) })
  }
  return ranked
    .sort((one, other) => one.height - other.height)
    .map(({ rule, phase, height }) => ({ rule, phase, rank: rankName(height) }))
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
const kindsIn = remembered((rule) =>
  propertiesIn(rule).map((property) => {
    if (property.startsWith('--')) return property
    if (/^(top|right|bottom|left|inset)/.test(property)) return 'inset'
    if (/^(min|max)-/.test(property)) return property
    return property.replace(/^-\w+-/, '').split('-')[0] ?? property
  }),
)

const propertiesIn = remembered(({ body }) =>
  piecesOf(body).map((declaration) => declaration.slice(0, declaration.indexOf(':'))),
)

/** Every rule is compared with every other. */
function remembered(read: (rule: Rule) => string[]): (rule: Rule) => string[] {
  const known = new WeakMap<Rule, string[]>()
  return (rule) => {
    const found = known.get(rule) ?? read(rule)
    known.set(rule, found)
    return found
  }
}

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

/** As it stands in a string, or in markup. */
function stands(name: string, code: string): boolean {
  return standsAs(name, code) || standsAs(name.replaceAll('&', '&amp;').replaceAll('"', '&quot;'), code)
}

function standsAs(name: string, code: string): boolean {
  const edge = /[\s"'`=<>${}]/
  for (let at = code.indexOf(name); at >= 0; at = code.indexOf(name, at + 1)) {
    if (edge.test(code[at - 1] ?? ' ') && edge.test(code[at + name.length] ?? ' ')) return true
  }
  return false
}

const isUtilities = (piece: string) => piece.startsWith('@layer utilities{')
const isNotice = (piece: string) => piece.startsWith('/*')
/** The tokens: Tailwind's, and ours in both themes. */
const isValues = (piece: string) =>
  /^(@layer theme|:root|@media \(prefers-color-scheme:dark\)\{:root)\b/.test(piece)
/** Tailwind's own variables: their registration, and their first values for browsers that cannot register any. */
const isVariables = (piece: string) => /^@(property|keyframes|layer properties)\b/.test(piece)

const isOnce = (piece: string) => !isValues(piece) && !isVariables(piece)

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
