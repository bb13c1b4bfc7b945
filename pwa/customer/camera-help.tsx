import { type JSX, Show } from 'solid-js'
import type { ConversationId } from '../../edge/domain/ids.ts'
import type { Line } from '../call/line.ts'
import type { Problem } from '../call/problem.ts'
import { Button } from '../ui/button.tsx'
import { useWords, type WordKey } from '../words/words.tsx'
import { allowWay, inAppName } from './browser-kind.ts'
import { WayOut } from './way-out.tsx'
import './help-words.ts'

/** What keeps the camera from us, in words, and how to change it in this very browser. */
export function CameraHelp(props: { line: Line; problem: Problem; conversationId: ConversationId }) {
  const app = inAppName(navigator.userAgent)
  const isInApp = () =>
    props.problem === 'in-app-browser' || (app !== null && props.line.media().camera !== 'on')
  return (
    <Show when={isInApp()} fallback={<Blocked problem={props.problem} onRetry={props.line.retry} />}>
      <InApp app={app} conversationId={props.conversationId} />
    </Show>
  )
}

function Blocked(props: { problem: Problem; onRetry(): void }) {
  const { t } = useWords()
  const title = () =>
    explained.includes(props.problem) ? `help.${props.problem}` : `call.problem.${props.problem}`
  const help = () => {
    if (props.problem === 'camera-denied') return t(`help.allow.${allowWay(navigator.userAgent)}`)
    return explained.includes(props.problem) ? t(`help.${props.problem}.help` as WordKey) : ''
  }
  return (
    <Card title={t(title() as WordKey)} text={help()}>
      <Button size="small" onClick={props.onRetry}>
        {t(`call.help.${props.problem}` as WordKey)}
      </Button>
    </Card>
  )
}

const explained: readonly Problem[] = [
  'camera-denied',
  'camera-missing',
  'camera-busy',
  'camera-stopped',
  'microphone-missing',
]

function InApp(props: { app: string | null; conversationId: ConversationId }) {
  const { t } = useWords()
  const title = () =>
    props.app ? t('help.in-app-browser.named', { app: props.app }) : t('help.in-app-browser')
  return (
    <Card title={title()} text={t('help.in-app-browser.help')}>
      <WayOut conversationId={props.conversationId} />
    </Card>
  )
}

function Card(props: { title: string; text: string; children: JSX.Element }) {
  return (
    <div class="appear rounded-card bg-stage-raised/90 p-4 text-sm">
      <p class="font-semibold">{props.title}</p>
      <p class="mt-1 text-on-stage-muted text-pretty">{props.text}</p>
      <div class="mt-3 flex flex-wrap gap-2">{props.children}</div>
    </div>
  )
}
