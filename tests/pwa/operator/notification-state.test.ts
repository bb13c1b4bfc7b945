import { test } from 'uvu'
import * as assert from 'uvu/assert'
import type { PushDeviceRow } from '../../../edge/domain/wire.ts'
import { notificationState, type Standing } from '../../../pwa/operator/push/notification-state.ts'

const device = { canary: 'confirmed', enabled: true } as PushDeviceRow
const on: Standing = {
  support: 'ready',
  hasWorker: true,
  permission: 'granted',
  step: null,
  isWanted: true,
  device,
}

test('what stands in the way is said one thing at a time, the most fundamental first', () => {
  const ways: [Partial<Standing>, string][] = [
    [{}, 'on'],
    [{ support: 'install-first', permission: 'denied' }, 'install-first'],
    [{ support: 'none', permission: 'denied' }, 'unsupported'],
    [{ hasWorker: false }, 'unsupported'],
    [{ permission: 'denied', step: 'no-answer' }, 'blocked'],
    [{ permission: 'default', step: 'asking', isWanted: false }, 'asking'],
    [{ step: 'no-answer' }, 'no-answer'],
    [{ permission: 'default', isWanted: false, device: undefined }, 'off'],
    [{ permission: 'default', device: undefined }, 'taken-back'],
    [{ device: undefined }, 'off'],
    // Switched off from another one.
    [{ device: { ...device, enabled: false } }, 'off'],
  ]
  for (const [over, state] of ways) assert.is(notificationState({ ...on, ...over }).state, state)
})

test('a device that the edge still has does not count once the browser took the permission back', () => {
  assert.is(notificationState({ ...on, permission: 'default' }).state, 'taken-back')
})

test.run()
