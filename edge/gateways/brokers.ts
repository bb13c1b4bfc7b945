// Which of the brokers are there. One that does not answer is out after two looks, and back after one that it answers.

export interface Brokers {
  /** Base addresses, as pages use them. */
  addresses: readonly string[]
  isThere(address: string): boolean
  /** Looks at all of them, for who has no timer of its own. */
  look(): Promise<void>
  end(): void
}

export interface BrokersOptions {
  /** From one look to the next; `null` where nobody looks but who is asked to. */
  everyMs?: number | null
  fetch?: typeof fetch
  log(line: { level: 'info' | 'warn'; what: string; [fact: string]: unknown }): void
}

const patienceMs = 2_000
const missesBeforeOut = 2

export function createBrokers(addresses: readonly string[], options: BrokersOptions): Brokers {
  const { everyMs = 3_000, log } = options
  const ask = options.fetch ?? fetch
  const misses = new Map<string, number>()
  const isThere = (address: string) => (misses.get(address) ?? 0) < missesBeforeOut

  const looking = new Set<string>()

  // One look at a time: two that overlap would tell the same news twice.
  async function look(address: string, health: string): Promise<void> {
    if (looking.has(address)) return
    looking.add(address)
    const answers = await ask(health, { signal: AbortSignal.timeout(patienceMs) }).then(
      async (response) => {
        await response.body?.cancel()
        return response.ok
      },
      () => false,
    )
    looking.delete(address)
    const before = isThere(address)
    misses.set(address, answers ? 0 : (misses.get(address) ?? 0) + 1)
    if (isThere(address) !== before)
      log({ level: before ? 'warn' : 'info', what: 'broker', address, state: before ? 'gone' : 'back' })
  }

  // One alone has nobody to stand in for it, and the one on our own port is there when we are.
  const others = addresses.length > 1 ? addresses.filter((address) => !address.startsWith('/')) : []
  const lookAtAll = async () => {
    await Promise.all(others.map((address) => look(address, healthOf(address))))
  }
  const isWatched = others.length > 0 && everyMs !== null
  if (isWatched) void lookAtAll()
  const timer = isWatched ? setInterval(() => void lookAtAll(), everyMs) : undefined
  return { addresses, isThere, look: lookAtAll, end: () => clearInterval(timer) }
}

/** `wss://broker.example/peer` says at `https://broker.example/healthz` how it is. */
function healthOf(address: string): string {
  return new URL('/healthz', address.replace(/^ws/, 'http')).href
}
