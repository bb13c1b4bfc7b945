import LogOut from 'lucide-solid/icons/log-out'
import UserRound from 'lucide-solid/icons/user-round'
import { Menu, MenuItem } from '../ui/kobalte/menu.tsx'
import { useWords } from '../words/words.tsx'
import { createTask } from './create-task.ts'
import { useDesk } from './desk.ts'
import { useSession } from './session.ts'

export function AccountMenu(props: { class?: string }) {
  const { t } = useWords()
  const desk = useDesk()
  const session = useSession()
  const signOut = createTask(() => session.signOut())
  return (
    <Menu label={t('account.label')} icon={UserRound} class={props.class ?? ''}>
      <div class="px-2.5 py-2">
        <p class="font-medium">{desk.inbox.me.name}</p>
        <p class="text-xs text-muted">{desk.inbox.me.email}</p>
      </div>
      <MenuItem icon={LogOut} onSelect={() => void signOut.run()}>
        {t('account.sign-out')}
      </MenuItem>
    </Menu>
  )
}
