import Archive from 'lucide-solid/icons/archive'
import Copy from 'lucide-solid/icons/copy'
import Forward from 'lucide-solid/icons/forward'
import HardDriveDownload from 'lucide-solid/icons/hard-drive-download'
import Link2Off from 'lucide-solid/icons/link-2-off'
import MenuIcon from 'lucide-solid/icons/menu'
import RefreshCw from 'lucide-solid/icons/refresh-cw'
import { createSignal, Show } from 'solid-js'
import type { ConversationSummary, History } from '../../edge/domain/wire.ts'
import { request } from '../platform/request.ts'
import { useSay } from '../shell/toasts.tsx'
import { Menu, MenuItem } from '../ui/kobalte/menu.tsx'
import { useWords } from '../words/words.tsx'
import { createTask } from './create-task.ts'
import { useDevice } from './device/device.ts'
import { EndDialog } from './end-dialog.tsx'
import { ResendDialog } from './invite/resend-dialog.tsx'
import { RevokeDialog } from './invite/revoke-dialog.tsx'
import type { Permits } from './permits.ts'
import { TransferDialog } from './transfer-dialog.tsx'

type Opened = 'end' | 'transfer' | 'resend' | 'revoke' | null

/** The three lines: what can be done with a conversation as a whole. */
export function ConversationMenu(props: { summary: ConversationSummary; permits: Permits }) {
  const { t } = useWords()
  const say = useSay()
  const { archive } = useDevice()
  const [opened, setOpened] = createSignal<Opened>(null)
  const close = () => setOpened(null)
  const keep = createTask(async () => {
    const path = `/api/archive/copies?id=${props.summary.id}`
    const { copies } = await request<{ copies: History[] }>('GET', path)
    await archive.keep(copies, true)
    // Asked once the person has shown what for; without it the browser may clear all of this away.
    void navigator.storage?.persist?.()
    say(t('menu.kept'))
  })
  const copyNumber = async () => {
    await navigator.clipboard.writeText(props.summary.customer.phone)
    say(t('menu.copied'))
  }
  return (
    <>
      <Menu label={t('menu.label')} icon={MenuIcon}>
        <Show when={props.permits.endConversation}>
          <MenuItem icon={Archive} onSelect={() => setOpened('end')}>
            {t('end.title')}
          </MenuItem>
        </Show>
        <Show when={props.permits.transfer}>
          <MenuItem icon={Forward} onSelect={() => setOpened('transfer')}>
            {t('menu.transfer')}
          </MenuItem>
        </Show>
        <Show when={props.permits.resend}>
          <MenuItem icon={RefreshCw} onSelect={() => setOpened('resend')}>
            {t('menu.resend')}
          </MenuItem>
        </Show>
        <Show when={props.permits.revoke}>
          <MenuItem icon={Link2Off} danger onSelect={() => setOpened('revoke')}>
            {t('menu.revoke')}
          </MenuItem>
        </Show>
        <MenuItem icon={HardDriveDownload} onSelect={() => void keep.run()}>
          {t('menu.keep')}
        </MenuItem>
        <MenuItem icon={Copy} onSelect={() => void copyNumber()}>
          {t('menu.copy-number')}
        </MenuItem>
      </Menu>
      <EndDialog open={opened() === 'end'} summary={props.summary} onClose={close} />
      <TransferDialog open={opened() === 'transfer'} summary={props.summary} onClose={close} />
      <Show when={opened() === 'resend'}>
        <ResendDialog id={props.summary.id} onClose={close} />
      </Show>
      <RevokeDialog open={opened() === 'revoke'} id={props.summary.id} onClose={close} />
    </>
  )
}
