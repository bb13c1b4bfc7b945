import { once } from 'node:events'
import { readdir, readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { browserOf } from '../../support/browsers.ts'
import { phone } from '../../support/people.ts'
import type { Entrant } from '../take-turns.ts'
import { chatWatch, whenChatting } from './chat-watch.ts'

const dist = 'dist/customer'

/** The customer's first files as they are served, with a script that says nothing, and the chat's field in the page. */
export async function staticPage(): Promise<Entrant> {
  const html = await readFile(join(dist, 'customer.html'), 'utf8')
  const page = html
    .replace('<div id="app"></div>', '<main>Hello<textarea aria-label="Message"></textarea></main>')
    .replaceAll(/<script>.*?<\/script>/gs, (script) => `<!--${'x'.repeat(script.length - 7)}-->`)
  const files = await firstFiles(html)
  const server = createServer(({ url = '' }, response) => {
    const file = files.get(url)
    if (!file) return response.setHeader('content-type', 'text/html').end(page)
    response.writeHead(200, { 'content-type': file.type, 'content-encoding': file.encoding }).end(file.bytes)
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`

  async function run(): Promise<number> {
    const context = await (await browserOf('fake camera')).newContext(phone)
    const page = await context.newPage()
    await page.addInitScript(chatWatch)
    await page.goto(`${origin}/j`)
    const took = await whenChatting(page)
    await context.close()
    return took
  }

  async function end(): Promise<void> {
    server.closeAllConnections()
    await new Promise((closed) => server.close(closed))
  }

  return { name: 'static page of the same bytes', run, end }
}

interface Served {
  type: string
  encoding: 'br' | 'identity'
  bytes: Buffer
}

async function firstFiles(html: string): Promise<Map<string, Served>> {
  const all = await readdir(join(dist, 'assets'))
  const named = [...html.matchAll(/(?:src|href)="\/c\/assets\/([^"]+)"/g)].map(([, name]) => name ?? '')
  const served = named.map(async (name): Promise<[string, Served]> => {
    const isPacked = all.includes(`${name}.br`)
    const bytes = await readFile(join(dist, 'assets', isPacked ? `${name}.br` : name))
    const url = `/c/assets/${name}`
    if (name.endsWith('.css')) {
      return [url, { type: 'text/css', encoding: isPacked ? 'br' : 'identity', bytes }]
    }
    return [url, { type: 'text/javascript', encoding: 'identity', bytes: Buffer.from(silence(bytes.length)) }]
  })
  return new Map(await Promise.all(served))
}

/** A comment of that many bytes. */
const silence = (length: number) => `/*${'x'.repeat(Math.max(0, length - 4))}*/`
