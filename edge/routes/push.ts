import { Hono } from 'hono'
import { askCanary, confirmArrival } from '../actions/ask-canary.ts'
import { changePushDevice, revokePushDevice } from '../actions/change-push-device.ts'
import { changePushSettings } from '../actions/change-push-settings.ts'
import { savePushDevice } from '../actions/save-push-device.ts'
import { readPushDesk } from '../views/push.ts'
import { body, canaryArrival, pushDevice, pushSettings, pushSubscription } from './body.ts'
import { type Edge, type Env, operatorContext, type Request, strangerContext } from './edge.ts'
import { signedIn } from './guards.ts'

export function pushRoutes(edge: Edge) {
  const desk = (c: Request) => readPushDesk(edge.database, c.get('operator').id, c.get('sessionHash'))

  return (
    new Hono<Env>()
      // Without a session: a worker confirms also when its operator was signed out meanwhile.
      .post('/canary/confirm', body(canaryArrival), async (c) => {
        await confirmArrival(strangerContext(edge, { kind: 'edge' }), c.req.valid('json').token)
        return c.body(null, 204)
      })
      .use(signedIn(edge))
      .get('/key', (c) => c.json({ publicKey: edge.pushPublicKey }))
      .get('/devices', async (c) => c.json(await desk(c)))
      .put('/subscriptions', body(pushSubscription), async (c) => {
        await savePushDevice(operatorContext(edge, c), c.get('sessionHash'), c.req.valid('json'))
        return c.json(await desk(c))
      })
      .patch('/devices/:id', body(pushDevice), async (c) => {
        await changePushDevice(operatorContext(edge, c), c.req.param('id'), c.req.valid('json').enabled)
        return c.json(await desk(c))
      })
      .delete('/devices/:id', async (c) => {
        await revokePushDevice(operatorContext(edge, c), c.req.param('id'), c.get('sessionHash'))
        return c.json(await desk(c))
      })
      .post('/canary', async (c) => {
        await askCanary(operatorContext(edge, c), c.get('sessionHash'))
        return c.json(await desk(c))
      })
      .put('/settings', body(pushSettings), async (c) => {
        return c.json(await changePushSettings(operatorContext(edge, c), c.req.valid('json')))
      })
  )
}
