import Copy from 'lucide-solid/icons/copy'
import Share from 'lucide-solid/icons/share'
import { createSignal, Show } from 'solid-js'
import type { ConversationId } from '../../edge/domain/ids.ts'
import { Button, buttonClasses } from '../ui/button.tsx'
import { useWords } from '../words/words.tsx'
import { wayOut } from './browser-kind.ts'
import { copyText } from './copy-text.ts'
import { createHandover } from './handover.ts'
import './help-words.ts'

/** Out of an app's own browser: straight into the phone's where it can be asked for, else by sheet or clipboard. */
export function WayOut(props: { conversationId: ConversationId }) {
  const { t } = useWords()
  const [copied, setCopied] = createSignal<boolean>()
  const href = createHandover(props.conversationId)
  const direct = () => wayOut(href(), navigator.userAgent)
  return (
    <>
      <Show when={direct()}>
        {(address) => (
          <a href={address()} class={buttonClasses('primary', 'small')}>
            {t('help.open-browser')}
          </a>
        )}
      </Show>
      <Show when={!direct() && 'share' in navigator}>
        {/* Whoever closes the sheet again has said all there is to say. */}
        <Button size="small" onClick={() => navigator.share({ url: href() }).catch(() => {})}>
          <Share class="size-4" />
          {t('help.share-link')}
        </Button>
      </Show>
      <Button size="small" onClick={async () => setCopied(await copyText(href()))}>
        <Copy class="size-4" />
        {t('help.copy-link')}
      </Button>
      <Show when={copied() !== undefined}>
        <p role="status" class="w-full text-sm">
          {t(copied() ? 'help.copied' : 'help.not-copied')}
        </p>
      </Show>
    </>
  )
}
