import type { TeamSettings } from '../domain/wire.ts'
import { keepTeamSettings } from '../store/team-settings.ts'
import type { OperatorContext } from './context.ts'
import { assertAdmin } from './invite-operator.ts'
import { perform } from './perform.ts'

/** Administrators only. */
export async function changeTeamSettings(context: OperatorContext, to: TeamSettings): Promise<TeamSettings> {
  assertAdmin(context)
  return perform(context, async (work) => {
    await keepTeamSettings(work, to)
    await work.record('team.changed', null, {})
    return to
  })
}
