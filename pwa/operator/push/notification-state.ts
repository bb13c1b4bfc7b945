import type { PushDeviceRow } from '../../../edge/domain/wire.ts'
import type { PushSupport } from '../../platform/push-permission.ts'

export type NotificationState =
  | { state: 'unsupported' | 'install-first' | 'off' | 'blocked' | 'asking' | 'no-answer' | 'taken-back' }
  | { state: 'on'; device: PushDeviceRow }

/** All that is known of this browser's notifications. */
export interface Standing {
  support: PushSupport
  hasWorker: boolean
  permission: NotificationPermission
  /** What became of the person's touch, while it matters. */
  step: 'asking' | 'no-answer' | null
  /** This operator turned them on here, and not off again. */
  isWanted: boolean
  device: PushDeviceRow | undefined
}

/** The one thing that is said of them, and that can be done about it. */
export function notificationState(now: Standing): NotificationState {
  if (now.support === 'install-first') return { state: 'install-first' }
  if (now.support === 'none' || !now.hasWorker) return { state: 'unsupported' }
  if (now.permission === 'denied') return { state: 'blocked' }
  if (now.step) return { state: now.step }
  if (now.permission === 'default') return { state: now.isWanted ? 'taken-back' : 'off' }
  return now.device?.enabled ? { state: 'on', device: now.device } : { state: 'off' }
}
