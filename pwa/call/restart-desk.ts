import type { RestartKind, RestartWord } from '../../edge/domain/restart.ts'
import type { Side } from '../../edge/domain/tickets.ts'
import { fruitlessMs } from './reconnect-plan.ts'
import type { Ways } from './ways.ts'

export interface RestartDeskOptions {
  /** The connection, by the name that both sides know it by. */
  line: string
  ways(more: (sdp: string) => void): Ways
  /** Grows, also over reloads of the page. */
  nextTurn(): number
  /** There is a new word to say. */
  say(): void
  /** The other side's page has no such connection. */
  unknown(): void
  /** Both agreed on a new way, and nothing came through it in its time. */
  fruitless(): void
}

/** What one side says and hears to find a new way for one connection. */
export interface RestartDesk {
  /** Wants a new way. */
  begin(): void
  heard(theirs: RestartWord): void
  /** Our network is away: what was gathered before has no way in it. */
  away(): void
  word(): RestartWord | null
  /** Something was said a moment ago that may be answered still. */
  isOpen(): boolean
  /** A new way is being agreed on, or was a moment ago and has yet to show. */
  isAgreeing(): boolean
  close(): void
}

// Nothing is offered before the other side was heard: an offer that nobody answers keeps this side from taking up
// the old way, which most often is there again as soon as the network is.
export function makeRestartDesk(side: Side, options: RestartDeskOptions): RestartDesk {
  return side === 'operator' ? makeOfferingDesk(options) : makeAnsweringDesk(options)
}

// A side that found its old way back finishes what it began all the same, if that takes no longer than this: the
// new way starts with a fresh estimate of its bandwidth, and the old one with that of the outage.
const openMs = 4_000

/** The operator's: it offers to who asks, and takes the answer to its latest offer alone. */
function makeOfferingDesk(options: RestartDeskOptions): RestartDesk {
  const { line, nextTurn, say, unknown, fruitless } = options
  const ways = options.ways(more)
  let word: RestartWord | null = null
  let heardAsk = 0
  // The first turn of the latest offer: it is said again when it has more candidates.
  let offer = 0
  let spokeAt = 0
  let isTaken = false
  let takenAt = 0
  let timer: ReturnType<typeof setTimeout> | undefined

  function speak(kind: RestartKind, sdp = ''): void {
    word = { line, turn: nextTurn(), kind, to: heardAsk, sdp }
    spokeAt = Date.now()
    say()
  }

  const ask = () => speak('asks', ways.wish())
  const looked = makeLooked(ways)

  function heard(theirs: RestartWord): void {
    if (theirs.line !== line) return
    if (theirs.kind === 'asks' && theirs.turn > heardAsk) void answerAsk(theirs)
    else if (theirs.kind === 'unknown' && theirs.to === word?.turn) unknown()
    else if (theirs.kind === 'answer' && offer > 0 && theirs.to >= offer) take(theirs.sdp)
  }

  /** To offer a second connection does no harm to the one that there is, so nobody waits to be asked for it. */
  function begin(): void {
    void looked(() => {
      if (ways.wish()) void answerAsk({ turn: heardAsk, sdp: ways.wish() })
      else ask()
    })
  }

  async function answerAsk({ turn, sdp: asked }: Pick<RestartWord, 'turn' | 'sdp'>): Promise<void> {
    heardAsk = turn
    offer = 0
    clearTimeout(timer)
    const sdp = await ways.offer(asked)
    if (heardAsk !== turn || !sdp) return
    speak('offer', sdp)
    offer = word?.turn ?? 0
    isTaken = false
  }

  function take(sdp: string): void {
    if (isTaken) {
      if (ways.isKnown(sdp)) ways.addFrom(sdp)
      return
    }
    isTaken = true
    takenAt = Date.now()
    spokeAt = 0
    void ways.accept(sdp)
    timer = setTimeout(fruitless, fruitlessMs)
  }

  function more(sdp: string): void {
    if (word?.kind === 'offer') speak('offer', sdp)
  }

  function away(): void {
    offer = 0
    if (word?.kind !== 'asks') void looked(ask)
  }

  function close(): void {
    heardAsk = Number.POSITIVE_INFINITY
    clearTimeout(timer)
  }

  const isOpen = () => Date.now() - spokeAt < openMs
  const isAgreeing = () => isOpen() || Date.now() - takenAt < fruitlessMs
  return { begin, heard, away, word: () => word, isOpen, isAgreeing, close }
}

/** The customer's: it asks for an offer, and answers each once. */
function makeAnsweringDesk(options: RestartDeskOptions): RestartDesk {
  const { line, nextTurn, say } = options
  const ways = options.ways(more)
  let word: RestartWord | null = null
  let heardTurn = 0
  let round = 0
  let spokeAt = 0

  function speak(kind: RestartKind, sdp = ''): void {
    word = { line, turn: nextTurn(), kind, to: heardTurn, sdp }
    spokeAt = Date.now()
    say()
  }

  const ask = () => speak('asks', ways.wish())
  const looked = makeLooked(ways)
  const begin = () => void looked(ask)

  function heard(theirs: RestartWord): void {
    if (theirs.line !== line || theirs.turn <= heardTurn) return
    heardTurn = theirs.turn
    if (theirs.kind === 'offer') void answer(theirs)
    // What we ask now may be news to them; else they want to hear it again.
    else if (word?.kind !== 'asks' || theirs.to >= word.turn) ask()
  }

  async function answer({ sdp: offer }: RestartWord): Promise<void> {
    if (ways.isKnown(offer)) return ways.addFrom(offer)
    const mine = ++round
    const sdp = await ways.answer(offer)
    // An offer that is none is not worth a word: the plan asks for another in its time.
    if (sdp && mine === round) speak('answer', sdp)
  }

  function more(sdp: string): void {
    if (word?.kind === 'answer') speak('answer', sdp)
  }

  function away(): void {
    if (word?.kind !== 'asks') begin()
  }

  function close(): void {
    heardTurn = Number.POSITIVE_INFINITY
  }

  const isOpen = () => Date.now() - spokeAt < openMs
  return { begin, heard, away, word: () => word, isOpen, isAgreeing: isOpen, close }
}

/** Does the latest that is wanted once it is known where we are. */
function makeLooked({ look }: Ways): (act: () => void) => Promise<void> {
  let round = 0
  return async (act) => {
    const mine = ++round
    await look()
    if (mine === round) act()
  }
}
