import Download from 'lucide-solid/icons/download'
import UserRound from 'lucide-solid/icons/user-round'
import { createSignal, Show } from 'solid-js'
import { installApp, installWay } from '../platform/install-app.ts'
import { Menu, MenuItem } from '../ui/kobalte/menu.tsx'
import { useWords } from '../words/words.tsx'
import { useDesk } from './desk.ts'
import { LeaveIcon } from './leave-icon.tsx'
import { SignOut } from './sign-out.tsx'

export function AccountMenu(props: { class?: string }) {
  const { t } = useWords()
  const desk = useDesk()
  const [leaving, setLeaving] = createSignal(false)
  return (
    <>
      <Menu label={t('account.label')} icon={UserRound} class={props.class ?? ''}>
        <div class="px-2.5 py-2">
          <p class="font-medium">{desk.inbox.me.name}</p>
          <p class="text-xs text-muted">{desk.inbox.me.email}</p>
        </div>
        <Show when={installWay() === 'button'}>
          <MenuItem icon={Download} onSelect={() => void installApp()}>
            {t('install.button')}
          </MenuItem>
        </Show>
        <MenuItem icon={LeaveIcon} onSelect={() => setLeaving(true)}>
          {t('account.sign-out')}
        </MenuItem>
      </Menu>
      <SignOut asked={leaving()} onClose={() => setLeaving(false)} />
    </>
  )
}
