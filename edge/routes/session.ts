import { Hono } from 'hono'
import { changeStatus } from '../actions/change-status.ts'
import { noteListening } from '../actions/note-listening.ts'
import { invitedEmail, joinTeam, type SignedIn, signIn } from '../actions/sign-in.ts'
import { signOut } from '../actions/sign-out.ts'
import { deviceKey } from '../domain/secrets.ts'
import type { SessionKey } from '../domain/wire.ts'
import { readMe } from '../views/people.ts'
import { body, credentials, joining, joinToken, status } from './body.ts'
import { type Edge, type Env, operatorContext, type Request, strangerContext } from './edge.ts'
import { endSession, setSession, signedIn } from './guards.ts'

export function sessionRoutes(edge: Edge) {
  const stranger = strangerContext(edge, { kind: 'edge' })

  async function begin(c: Request, { token, operatorId }: SignedIn) {
    setSession(edge, c, token)
    return c.json(await readMe(edge.database, operatorId))
  }

  return new Hono<Env>()
    .post('/session', body(credentials), async (c) => {
      const address = edge.addressOf(c)
      return begin(c, await signIn(stranger, { ...c.req.valid('json'), address }))
    })
    .post('/join/look', body(joinToken), async (c) => {
      return c.json({ email: await invitedEmail(stranger, c.req.valid('json').token) })
    })
    .post('/join', body(joining), async (c) => begin(c, await joinTeam(stranger, c.req.valid('json'))))
    .get('/session', signedIn(edge), async (c) => c.json(await readMe(edge.database, c.get('operator').id)))
    .get('/session/key', signedIn(edge), async (c) => {
      return c.json<SessionKey>({ key: await deviceKey(edge.secret, c.get('sessionHash')) })
    })
    .delete('/session', signedIn(edge), async (c) => {
      await signOut(operatorContext(edge, c), c.get('sessionHash'))
      endSession(edge, c)
      return c.body(null, 204)
    })
    .post('/listening', signedIn(edge), async (c) => {
      await noteListening(operatorContext(edge, c))
      return c.body(null, 204)
    })
    .put('/status', signedIn(edge), body(status), async (c) => {
      await changeStatus(operatorContext(edge, c), c.req.valid('json').status)
      return c.json(await readMe(edge.database, c.get('operator').id))
    })
}
