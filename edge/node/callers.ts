// Where a request comes from, and which pages may send one.

import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context } from 'hono'
import type { Config } from '../config.ts'

/** On one's own machine the same page is reached by two names. */
export function originsOf({ publicUrl, port }: Config): string[] {
  const { origin, hostname } = new URL(publicUrl)
  const local = hostname === 'localhost' || hostname === '127.0.0.1'
  return local ? [origin, `http://localhost:${port}`, `http://127.0.0.1:${port}`] : [origin]
}

/** Each trusted proxy adds the address that it saw; what stands before those, anybody may have written. */
export function addressOf(request: Context, trustedProxies: number): string {
  const direct = getConnInfo(request).remote.address ?? ''
  const seen = [...(request.req.header('x-forwarded-for') ?? '').split(',').map((one) => one.trim()), direct]
  return seen.at(-1 - trustedProxies) || direct
}

/**
 * Nothing but a loopback address will do, and no sign of a proxy on this machine, which would lend its own to strangers;
 * nor another name than this machine's, by which a page in its browser might ask.
 */
export function isHere(request: Context): boolean {
  const { address = '' } = getConnInfo(request).remote
  const isLoopback = /^(127\.|::1$|::ffff:127\.)/.test(address)
  const passedOn = ['forwarded', 'via', 'x-forwarded-for', 'x-real-ip'].some((name) =>
    request.req.header(name),
  )
  const { hostname } = new URL(request.req.url)
  return isLoopback && !passedOn && ['localhost', '127.0.0.1', '[::1]'].includes(hostname)
}
