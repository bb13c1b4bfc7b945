import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createRequire } from 'node:module'
import { createInterface } from 'node:readline'

const { resolve } = createRequire(import.meta.url)

export interface Prism {
  url: string
  close(): Promise<void>
}

/**
 * Mocks Twilio from Twilio's own OpenAPI description with Prism, neither of them written here:
 * a request that the description does not allow is answered with a 4xx. Ready in two to three seconds.
 */
export async function startPrism(): Promise<Prism> {
  const description = resolve('@twilio/cli-core/src/services/twilio-api/twilio_api_v2010.json')
  const program = resolve('@stoplight/prism-cli/dist/index.js')
  const options = ['mock', '--host', '127.0.0.1', '--port', '0', '--errors', description]
  const child = spawn(process.execPath, [program, ...options], { stdio: ['ignore', 'pipe', 'inherit'] })
  const leave = () => child.kill()
  process.once('exit', leave)
  const ended = once(child, 'exit')
  const url = await Promise.race([addressIn(child.stdout), ended.then(() => undefined)])
  if (!url) throw new Error('Prism ended before it was ready.')
  child.stdout.resume()
  return {
    url,
    close: async () => {
      process.off('exit', leave)
      child.kill()
      await ended
    },
  }
}

async function addressIn(output: NodeJS.ReadableStream): Promise<string | undefined> {
  for await (const line of createInterface({ input: output })) {
    const [, url] = /is listening on (http:\S+)/.exec(line) ?? []
    if (url) return url
  }
}
