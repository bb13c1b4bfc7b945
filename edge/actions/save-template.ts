import { notFound } from '../domain/refusal.ts'
import type { Template } from '../domain/wire.ts'
import { deleteTemplate, keepTemplate, readTemplates } from '../store/templates.ts'
import type { OperatorContext } from './context.ts'
import { assertAdmin } from './invite-operator.ts'
import { perform } from './perform.ts'

/** Makes a template (`id` is `null`) or changes one. Administrators only. */
export async function saveTemplate(
  context: OperatorContext,
  id: string | null,
  to: Omit<Template, 'id'>,
): Promise<Template> {
  assertAdmin(context)
  return perform(context, async (work) => {
    const known = id === null || (await readTemplates(work)).some((template) => template.id === id)
    if (!known) throw notFound('template')
    const template = { ...to, id: id ?? work.newId() }
    await keepTemplate(work, template)
    await work.record('team.changed', null, {})
    return template
  })
}

export async function removeTemplate(context: OperatorContext, id: string): Promise<void> {
  assertAdmin(context)
  await perform(context, async (work) => {
    if (!(await deleteTemplate(work, id))) throw notFound('template')
    await work.record('team.changed', null, {})
  })
}
