// What stands before the routes: cookies become people, and strangers' requests stop here.

import type { MiddlewareHandler } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import { sessionMs } from '../actions/sign-in.ts'
import { Refusal } from '../domain/refusal.ts'
import { hashToken } from '../domain/secrets.ts'
import { wasRevoked, whoIsSignedIn } from '../views/people.ts'
import type { Edge, Env, Request } from './edge.ts'

const sessionCookie = 'visavis_session'
const deviceCookie = 'visavis_device'
const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS'])

/** Only behind this does a route know an operator. */
export function signedIn(edge: Edge): MiddlewareHandler<Env> {
  return async (c, next) => {
    const sessionHash = await hashToken(getCookie(c, sessionCookie) ?? '')
    const operator = await whoIsSignedIn(edge.database, sessionHash, edge.clock())
    if (!operator) throw await whyNot(edge, sessionHash)
    c.set('operator', operator)
    c.set('sessionHash', sessionHash)
    await next()
  }
}

async function whyNot({ database }: Edge, sessionHash: string): Promise<Refusal> {
  if (!(await wasRevoked(database, sessionHash))) return new Refusal('not-signed-in', 'Please sign in.')
  return new Refusal(
    'session-revoked',
    'This session was taken away. What the device keeps is to be forgotten.',
  )
}

/** Only behind this does a route know the customer's device. Which conversations are its own, the store says. */
export function ofDevice(): MiddlewareHandler<Env> {
  return async (c, next) => {
    c.set('deviceHash', await hashToken(getCookie(c, deviceCookie) ?? ''))
    await next()
  }
}

export function setSession(edge: Edge, c: Request, token: string, maxAgeMs = sessionMs): void {
  setCookie(c, sessionCookie, token, cookieOptions(edge, '/api', maxAgeMs))
}

export function endSession(edge: Edge, c: Request): void {
  setCookie(c, sessionCookie, '', cookieOptions(edge, '/api', 0))
}

/** The device's own token; a browser without one gets the `fresh` one. */
export function deviceToken(edge: Edge, c: Request, fresh: string): string {
  const token = getCookie(c, deviceCookie) || fresh
  setCookie(c, deviceCookie, token, cookieOptions(edge, '/api/visits', sessionMs))
  return token
}

function cookieOptions(edge: Edge, path: string, maxAgeMs: number) {
  const secure = edge.publicUrl.startsWith('https:')
  return { path, secure, httpOnly: true, sameSite: 'Strict', maxAge: maxAgeMs / 1000 } as const
}

/**
 * A page of another origin must not act with our visitors' cookies. Browsers say where a request
 * comes from; whoever says nothing is no browser, and has no cookies to abuse.
 */
export function sameOrigin(edge: Edge): MiddlewareHandler<Env> {
  return async (c, next) => {
    const origin = c.req.header('origin')
    const site = c.req.header('sec-fetch-site')
    const foreign = origin !== undefined && !edge.allowedOrigins.includes(origin) && site !== 'same-origin'
    const crossed = site !== undefined && site !== 'same-origin' && site !== 'none'
    if (!safeMethods.has(c.req.method) && (foreign || crossed)) {
      throw new Refusal('not-allowed', 'This request came from another site.')
    }
    await next()
  }
}

/** A form of another page cannot send JSON without the browser asking first, so JSON is all that is taken. */
export function jsonOnly(): MiddlewareHandler<Env> {
  return async (c, next) => {
    const type = c.req.header('content-type')
    const bodied =
      !safeMethods.has(c.req.method) &&
      (type !== undefined || Number(c.req.header('content-length') ?? 0) > 0)
    if (bodied && !/^application\/json\b/i.test(type ?? '')) {
      throw new Refusal('wrong-kind', 'The request must be JSON.')
    }
    await next()
  }
}
