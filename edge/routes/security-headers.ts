import type { Context, MiddlewareHandler } from 'hono'
import { secureHeaders } from 'hono/secure-headers'
import type { Env } from './edge.ts'

/**
 * Scripts, styles and connections come from here alone. Frames are refused, the camera is ours
 * to ask for, and no referrer leaves: a customer's link must not show up in somebody's log.
 * @param bucket where files go and come from, if that is not here
 */
export function securityHeaders(
  publicUrl: string,
  brokers: readonly string[] = [],
  bucket: readonly string[] = [],
): MiddlewareHandler<Env> {
  const secure = publicUrl.startsWith('https:')
  // Older Safari does not count WebSockets as 'self'.
  const sockets = publicUrl.replace(/^http/, 'ws')
  const secured = secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'self'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'"],
      imgSrc: ["'self'", 'data:', 'blob:', ...bucket],
      mediaSrc: ["'self'", 'blob:', ...bucket],
      connectSrc: ["'self'", sockets, ...brokers.flatMap(originOf), ...bucket],
      objectSrc: ["'none'"],
      baseUri: ["'none'"],
      formAction: ["'self'"],
      frameAncestors: ["'none'"],
    },
    permissionsPolicy: {
      camera: ['self'],
      microphone: ['self'],
      displayCapture: ['self'],
      geolocation: [],
      payment: [],
    },
    referrerPolicy: 'no-referrer',
    xFrameOptions: 'DENY',
    strictTransportSecurity: secure ? 'max-age=31536000; includeSubDomains' : false,
  })
  return async (c, next) => {
    await secured(c, next)
    allowPageScripts(c)
  }
}

/** What stands in a page itself is named by its hash: nothing else that is written into it runs. */
function allowPageScripts(c: Context<Env>): void {
  const scripts = c.get('pageScripts') ?? []
  const policy = c.res.headers.get('content-security-policy')
  if (policy && scripts.length > 0)
    c.header(
      'content-security-policy',
      policy.replace("script-src 'self'", ["script-src 'self'", ...scripts].join(' ')),
    )
}

/** A broker elsewhere; PeerJS speaks to it by WebSocket alone. */
function originOf(address: string): string[] {
  return address.startsWith('/')
    ? []
    : [new URL(address.replace(/^ws/, 'http')).origin.replace(/^http/, 'ws')]
}
