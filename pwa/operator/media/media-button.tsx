import Settings from 'lucide-solid/icons/settings'
import { createSignal, Show } from 'solid-js'
import { later } from '../../conversation/later.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { useWords } from '../../words/words.tsx'
import { filesOf } from '../conversation-files.ts'
import { createChosen } from './chosen.ts'
import type { MediaDialogProps } from './media-dialog.tsx'

const MediaDialog = later<MediaDialogProps>(async () => (await import('./media-dialog.tsx')).MediaDialog)

/** The settings button at the upper right. What was picked stays picked when the panel is closed in between. */
export function MediaButton(props: { conversationId: string }) {
  const { t } = useWords()
  const [open, setOpen] = createSignal(false)
  const chosen = createChosen()
  return (
    <>
      <IconButton
        label={t('media.title')}
        icon={Settings}
        aria-haspopup="dialog"
        onPointerEnter={MediaDialog.preload}
        onClick={() => setOpen(true)}
      />
      <Show when={open()}>
        <MediaDialog files={filesOf(props.conversationId)} chosen={chosen} onClose={() => setOpen(false)} />
      </Show>
    </>
  )
}
