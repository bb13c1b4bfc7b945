import { Hono } from 'hono'
import { changeTeamSettings } from '../actions/change-team-settings.ts'
import { inviteOperator, renewJoinLink } from '../actions/invite-operator.ts'
import { removeDepartment, saveDepartment } from '../actions/save-department.ts'
import { removeTemplate, saveTemplate } from '../actions/save-template.ts'
import { updateOperator } from '../actions/update-operator.ts'
import { readColleague, readTeam } from '../views/people.ts'
import { body, department, newOperator, operatorChange, teamSettings, template } from './body.ts'
import { type Edge, type Env, operatorContext } from './edge.ts'
import { signedIn } from './guards.ts'

export function teamRoutes(edge: Edge) {
  const joinLink = (token: string) => `${edge.publicUrl}/join#${token}`

  const operator = (id: string) => readColleague(edge.database, id)

  return new Hono<Env>()
    .use('/team/*', signedIn(edge))
    .use('/team', signedIn(edge))
    .get('/team', async (c) => c.json(await readTeam(edge.database, edge.teamName)))
    .put('/team/settings', body(teamSettings), async (c) => {
      return c.json(await changeTeamSettings(operatorContext(edge, c), c.req.valid('json')))
    })
    .post('/team/operators', body(newOperator), async (c) => {
      const { id, token } = await inviteOperator(operatorContext(edge, c), c.req.valid('json'))
      return c.json({ operator: await operator(id), link: joinLink(token) }, 201)
    })
    .patch('/team/operators/:id', body(operatorChange), async (c) => {
      await updateOperator(operatorContext(edge, c), c.req.param('id'), c.req.valid('json'))
      return c.json(await operator(c.req.param('id')))
    })
    .post('/team/operators/:id/invite', async (c) => {
      const { id, token } = await renewJoinLink(operatorContext(edge, c), c.req.param('id'))
      return c.json({ operator: await operator(id), link: joinLink(token) })
    })
    .post('/team/templates', body(template), async (c) => {
      return c.json(await saveTemplate(operatorContext(edge, c), null, c.req.valid('json')), 201)
    })
    .put('/team/templates/:id', body(template), async (c) => {
      return c.json(await saveTemplate(operatorContext(edge, c), c.req.param('id'), c.req.valid('json')))
    })
    .delete('/team/templates/:id', async (c) => {
      await removeTemplate(operatorContext(edge, c), c.req.param('id'))
      return c.body(null, 204)
    })
    .post('/team/departments', body(department), async (c) => {
      return c.json(await saveDepartment(operatorContext(edge, c), null, c.req.valid('json')), 201)
    })
    .put('/team/departments/:id', body(department), async (c) => {
      return c.json(await saveDepartment(operatorContext(edge, c), c.req.param('id'), c.req.valid('json')))
    })
    .delete('/team/departments/:id', async (c) => {
      await removeDepartment(operatorContext(edge, c), c.req.param('id'))
      return c.body(null, 204)
    })
}
