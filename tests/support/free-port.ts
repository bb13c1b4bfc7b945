import { createServer } from 'node:net'

// Below those that systems give away by themselves, to a connection's own end or to a server that takes any: from 32768
// on Linux, from 49152 elsewhere.
const [lowest, highest] = [20_000, 32_000]

/**
 * A port that nobody listens on, and that stays ours until this process ends: links carry it, so it must be known before
 * the house stands, and a house that was killed must find it free again. Its odd neighbour, held meanwhile, says so to
 * every other test.
 */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = lowest + 2 * Math.floor(Math.random() * ((highest - lowest) / 2))
    if ((await isHeld(port + 1)) && (await isFree(port))) return port
  }
}

async function isHeld(port: number): Promise<boolean> {
  const watch = await listen(port, '127.0.0.1')
  watch?.unref()
  return watch !== null
}

async function isFree(port: number): Promise<boolean> {
  // On every address: a name such as localhost may lead to another one than ours.
  const probe = await listen(port)
  if (!probe) return false
  await new Promise((closed) => probe.close(closed))
  return true
}

function listen(port: number, host?: string) {
  return new Promise<ReturnType<typeof createServer> | null>((resolve) => {
    const server = createServer()
    server.once('error', () => resolve(null))
    server.listen(port, host, () => resolve(server))
  })
}
