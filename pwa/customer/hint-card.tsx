import Lightbulb from 'lucide-solid/icons/lightbulb'
import X from 'lucide-solid/icons/x'
import { Match, Show, Switch } from 'solid-js'
import type { ConversationId } from '../../edge/domain/ids.ts'
import { Button } from '../ui/button.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import { useWords } from '../words/words.tsx'
import { allowWay } from './browser-kind.ts'
import type { SentHint } from './current-hint.ts'
import { WayOut } from './way-out.tsx'
import './help-words.ts'

export interface HintCardProps {
  sent: SentHint
  conversationId: ConversationId
  onRetry(): void
  onClose(): void
}

/** What the operator thinks will help: what to do, and the button that does it. */
export function HintCard(props: HintCardProps) {
  const { t } = useWords()
  const hint = () => props.sent.hint
  const name = () => props.sent.from ?? t('conversation.operator')
  return (
    <div class="appear flex items-start gap-3 border-t border-line bg-info-soft py-3 ps-4 pe-2">
      <Lightbulb class="mt-0.5 size-5 shrink-0 text-info" />
      <div class="min-w-0 flex-1 text-sm">
        <p class="text-xs text-muted">{t('tip.from', { name: name() })}</p>
        <p class="font-semibold">{t(`tip.${hint()}`)}</p>
        <p class="mt-0.5 text-pretty">
          <Show when={hint() === 'allow-camera'} fallback={t(`tip.${hint()}.help` as 'tip.reload-page.help')}>
            {t(`help.allow.${allowWay(navigator.userAgent)}`)}
          </Show>
        </p>
        <div class="mt-2 flex flex-wrap gap-2 empty:hidden">
          <Switch>
            <Match when={hint() === 'open-real-browser'}>
              <WayOut conversationId={props.conversationId} />
            </Match>
            <Match when={hint() === 'reload-page'}>
              <Button size="small" onClick={() => location.reload()}>
                {t('help.reload')}
              </Button>
            </Match>
            <Match when={hint() !== 'find-better-network'}>
              <Button size="small" onClick={() => props.onRetry()}>
                {t('common.retry')}
              </Button>
            </Match>
          </Switch>
        </div>
      </div>
      <IconButton label={t('common.close')} icon={X} size="small" onClick={() => props.onClose()} />
    </div>
  )
}
