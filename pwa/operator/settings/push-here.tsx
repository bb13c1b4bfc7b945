import { Match, type ParentProps, Show, Switch } from 'solid-js'
import type { PushDeviceRow } from '../../../edge/domain/wire.ts'
import { Button } from '../../ui/button.tsx'
import { Notice, type Tone } from '../../ui/notice.tsx'
import { useWords, type WordKey } from '../../words/words.tsx'
import { createTask } from '../create-task.ts'
import { canaryKey } from '../push/canary-key.ts'
import type { NotificationState } from '../push/notification-state.ts'
import type { Notifications } from '../push/notifications.ts'

interface Obstacle {
  tone: Tone
  /** What a touch can do about it. */
  button?: WordKey
}

const obstacles: Record<Exclude<NotificationState['state'], 'on' | 'off'>, Obstacle> = {
  unsupported: { tone: 'info' },
  'install-first': { tone: 'info' },
  asking: { tone: 'info' },
  blocked: { tone: 'warning' },
  'no-answer': { tone: 'warning', button: 'push.try-again' },
  'taken-back': { tone: 'warning', button: 'push.turn-on' },
}

/** How this device stands, and the one step that helps. */
export function PushHere(props: { notifications: Notifications }) {
  const { t } = useWords()
  const turnOn = createTask(() => props.notifications.turnOn())
  const device = () => {
    const now = props.notifications.state()
    return now.state === 'on' ? now.device : null
  }
  const obstacle = () => {
    const { state } = props.notifications.state()
    return state === 'on' || state === 'off' ? null : state
  }
  return (
    <div class="flex flex-col gap-3 p-4">
      <Switch
        fallback={
          <Row text={t('push.why')}>
            <Button variant="primary" busy={turnOn.busy()} onClick={() => void turnOn.run()}>
              {t('push.turn-on')}
            </Button>
          </Row>
        }
      >
        <Match when={device()}>
          {(found) => <PushOn device={found()} notifications={props.notifications} />}
        </Match>
        <Match when={obstacle()}>
          {(why) => (
            <>
              <Notice tone={obstacles[why()].tone}>{t(`push.${why()}`)}</Notice>
              <Show when={obstacles[why()].button}>
                {(label) => (
                  <Button class="self-start" busy={turnOn.busy()} onClick={() => void turnOn.run()}>
                    {t(label())}
                  </Button>
                )}
              </Show>
            </>
          )}
        </Match>
      </Switch>
    </div>
  )
}

const tones = { none: 'info', pending: 'info', confirmed: 'success', failed: 'warning' } as const

function PushOn(props: { device: PushDeviceRow; notifications: Notifications }) {
  const { t } = useWords()
  const test = createTask(() => props.notifications.test())
  const turnOff = createTask(() => props.notifications.turnOff())
  return (
    <>
      <Row text={t('push.on')}>
        <Button busy={test.busy()} onClick={() => void test.run()}>
          {t('push.test')}
        </Button>
        <Button busy={turnOff.busy()} onClick={() => void turnOff.run()}>
          {t('push.turn-off')}
        </Button>
      </Row>
      <Show when={canaryKey(props.device)}>
        {(key) => <Notice tone={tones[props.device.canary]}>{t(key())}</Notice>}
      </Show>
    </>
  )
}

function Row(props: ParentProps<{ text: string }>) {
  return (
    <div class="flex flex-wrap items-center justify-between gap-3">
      <p class="min-w-0 flex-1 basis-60">{props.text}</p>
      <div class="flex flex-wrap gap-2">{props.children}</div>
    </div>
  )
}
