import type { OperatorId } from '../domain/ids.ts'
import type { PushDesk } from '../domain/wire.ts'
import type { Reads } from '../store/database.ts'
import { devicesOf } from '../store/push-devices.ts'
import { pushSettingsOf } from '../store/push-settings.ts'

/** An operator's devices, the one last seen first, and what they want to be told of. */
export async function readPushDesk(reads: Reads, id: OperatorId, sessionHash: string): Promise<PushDesk> {
  const devices = await devicesOf(reads, id)
  return {
    settings: await pushSettingsOf(reads, id),
    devices: devices.map((device) => ({
      id: device.id,
      name: device.name,
      platform: device.platform,
      lang: device.language,
      isThis: device.sessionHash === sessionHash,
      enabled: device.enabled,
      canary: device.canary,
      problem: device.problem,
      confirmedAt: device.confirmedAt,
      seenAt: device.seenAt,
    })),
  }
}
