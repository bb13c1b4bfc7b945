import type { PushSettings } from '../domain/push-settings.ts'
import { keepPushSettings } from '../store/push-settings.ts'
import type { OperatorContext } from './context.ts'
import { perform } from './perform.ts'

/** What I want to be told of by notification, and when. */
export function changePushSettings(context: OperatorContext, to: PushSettings): Promise<PushSettings> {
  return perform(context, async (work) => {
    await keepPushSettings(work, context.me.id, to)
    return to
  })
}
