import { Hono } from 'hono'
import type { Invited } from '../actions/invite-customer.ts'
import { inviteCustomer } from '../actions/invite-customer.ts'
import { resendInvite } from '../actions/resend-invite.ts'
import { revokeInvite } from '../actions/revoke-invite.ts'
import type { DepartmentId, OperatorId } from '../domain/ids.ts'
import { defaultInviteMessages, inviteLink, inviteText } from '../domain/invite.ts'
import { Refusal } from '../domain/refusal.ts'
import { linkToken } from '../domain/secrets.ts'
import { fillTemplate } from '../domain/template.ts'
import type { InviteAnswer } from '../domain/wire.ts'
import { readSummary } from '../views/summary.ts'
import { body, invite } from './body.ts'
import { type Edge, type Env, operatorContext } from './edge.ts'
import { signedIn } from './guards.ts'

export function inviteRoutes(edge: Edge) {
  async function answer(invited: Invited): Promise<InviteAnswer> {
    const link = inviteLink(edge.publicUrl, await linkToken(edge.secret, invited.linkId))
    const { conversationId, smsState, message } = invited
    return { conversationId, link, sms: { status: smsState, text: inviteText(message, link) } }
  }

  async function phoneOf(text: string) {
    const phone = await edge.phoneNumbers.read(text, edge.defaultCountry)
    if (!phone)
      throw new Refusal('invalid-input', 'This is not a phone number that can get an SMS.', {
        field: 'phone',
      })
    const country = edge.smsCountries && (await edge.phoneNumbers.countryOf(phone))
    if (edge.smsCountries && !(country && edge.smsCountries.includes(country))) {
      throw new Refusal('invalid-input', 'SMS to this country are not allowed here.', { field: 'phone' })
    }
    return phone
  }

  return new Hono<Env>()
    .post('/invites', signedIn(edge), body(invite), async (c) => {
      const said = c.req.valid('json')
      const invited = await inviteCustomer(operatorContext(edge, c), {
        ...said,
        message: fillTemplate(said.message || defaultInviteMessages[said.language], {
          name: said.customerName,
          operator: c.get('operator').name,
          team: edge.teamName,
        }),
        phone: await phoneOf(said.phone),
        departmentId: said.departmentId as DepartmentId | null,
        operatorId: said.operatorId as OperatorId | null,
      })
      return c.json(await answer(invited), 201)
    })
    .post('/conversations/:id/resend', signedIn(edge), async (c) => {
      const invited = await resendInvite(operatorContext(edge, c), c.req.param('id'))
      return c.json(await answer(invited))
    })
    .post('/conversations/:id/revoke', signedIn(edge), async (c) => {
      await revokeInvite(operatorContext(edge, c), c.req.param('id'))
      return c.json(await readSummary(edge.database, c.get('operator'), c.req.param('id')))
    })
}
