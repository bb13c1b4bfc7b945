// Twilio speaks to us here. A request without its signature does not exist.

import { Hono } from 'hono'
import { recordOptOut, recordSmsStatus } from '../actions/record-sms-status.ts'
import { notFound } from '../domain/refusal.ts'
import {
  type Edge,
  type Env,
  type Request,
  type SignedForm,
  strangerContext,
  type TwilioCallbacks,
} from './edge.ts'

export function twilioRoutes(edge: Edge) {
  const context = strangerContext(edge, { kind: 'twilio' })

  function callbacks(): TwilioCallbacks {
    if (!edge.twilioCallbacks) throw notFound('page')
    return edge.twilioCallbacks
  }

  async function form(c: Request): Promise<SignedForm> {
    const { pathname, search } = new URL(c.req.url)
    return {
      // Twilio signed the address that it was given, which a proxy may have changed on the way.
      url: `${edge.publicUrl}${pathname}${search}`,
      form: Object.fromEntries(new URLSearchParams(await c.req.text())),
      signature: c.req.header('x-twilio-signature') ?? '',
    }
  }

  return new Hono<Env>()
    .post('/status', async (c) => {
      const report = callbacks().readStatus(await form(c))
      if (!report) throw notFound('page')
      const { status: state, sid, errorCode: code, smsId } = report
      await recordSmsStatus(context, smsId, { state, sid, code })
      return c.body(null, 204)
    })
    .post('/incoming', async (c) => {
      const message = callbacks().readIncoming(await form(c))
      if (!message) throw notFound('page')
      if (message.optOut !== null) await recordOptOut(context, message.from, message.optOut === 'stop')
      // Twilio sends its own confirmation of STOP; an empty answer adds nothing to it.
      return c.body('<Response/>', 200, { 'content-type': 'text/xml' })
    })
}
