// Streams that come at once, as all do after an instance was replaced, are let in by groups: each asks the database several
// things before it listens, and whoever writes meanwhile must not wait for all of them.

import type { MiddlewareHandler } from 'hono'
import type { Env } from './edge.ts'

const atOnce = 20

export function letInByGroups(): MiddlewareHandler<Env> {
  const waiting: (() => void)[] = []
  let isLettingIn = false

  async function letIn(): Promise<void> {
    isLettingIn = true
    while (waiting.length > 0) {
      for (const enter of waiting.splice(0, atOnce)) enter()
      await new Promise((resume) => setTimeout(resume))
    }
    isLettingIn = false
  }

  return async (_, next) => {
    const entered = new Promise<void>((enter) => void waiting.push(enter))
    if (!isLettingIn) void letIn()
    await entered
    await next()
  }
}
