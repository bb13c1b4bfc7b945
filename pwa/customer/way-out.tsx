import Copy from 'lucide-solid/icons/copy'
import { createSignal, Show } from 'solid-js'
import { Button, buttonClasses } from '../ui/button.tsx'
import { useWords } from '../words/words.tsx'
import { wayOut } from './browser-kind.ts'
import { copyText } from './copy-text.ts'
import './later-words.ts'

/** Out of an app's own browser: straight into the phone's where it can be asked for, else by the clipboard. */
export function WayOut() {
  const { t } = useWords()
  const [copied, setCopied] = createSignal<boolean>()
  const direct = wayOut(location.href, navigator.userAgent)
  return (
    <>
      <Show when={direct}>
        {(href) => (
          <a href={href()} class={buttonClasses('primary', 'small')}>
            {t('help.open-browser')}
          </a>
        )}
      </Show>
      <Button size="small" onClick={async () => setCopied(await copyText(location.href))}>
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
