import Check from 'lucide-solid/icons/check'
import TriangleAlert from 'lucide-solid/icons/triangle-alert'
import { type Accessor, Match, Switch } from 'solid-js'
import type { Line } from '../call/line.ts'
import { Spinner } from '../ui/spinner.tsx'
import { useWords, type WordKey } from '../words/words.tsx'
import { type CheckResult, deviceResult } from './checks.ts'
import { createConnectionCheck } from './connection-check.ts'

/** While waiting: whether the call is going to work, in three plain lines. */
export function WaitingChecks(props: { line: Line; isOffline: Accessor<boolean> }) {
  const { t } = useWords()
  const connection = createConnectionCheck(props.isOffline)
  const media = () => props.line.media()
  return (
    <ul aria-label={t('check.label')} class="flex flex-col gap-2 text-sm">
      <Row what="camera" result={deviceResult(media().camera)} />
      <Row what="microphone" result={deviceResult(media().microphone)} />
      <Row what="connection" result={connection()} />
    </ul>
  )
}

function Row(props: { what: 'camera' | 'microphone' | 'connection'; result: CheckResult }) {
  const { t } = useWords()
  return (
    <li class="flex items-center gap-2" data-check={props.what} data-result={props.result}>
      <Switch fallback={<TriangleAlert class="size-4 shrink-0" />}>
        <Match when={props.result === 'on'}>
          <Check class="size-4 shrink-0" />
        </Match>
        <Match when={props.result === 'asking'}>
          <Spinner />
        </Match>
      </Switch>
      {t(`check.${props.what}.${props.result}` as WordKey)}
    </li>
  )
}
