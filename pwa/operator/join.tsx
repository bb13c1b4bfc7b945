import { useNavigate } from '@solidjs/router'
import { createResource, createSignal, Match, Switch } from 'solid-js'
import type { Me } from '../../edge/domain/wire.ts'
import { EdgeError, request } from '../platform/request.ts'
import { Button } from '../ui/button.tsx'
import { Notice } from '../ui/notice.tsx'
import { Spinner } from '../ui/spinner.tsx'
import { TextField } from '../ui/text-field.tsx'
import { useWords } from '../words/words.tsx'
import { createTask } from './create-task.ts'
import { EntryCard } from './entry-card.tsx'
import { errorKey } from './error-words.ts'
import { useSession } from './session.ts'

const shortestPassword = 10

/** Where an invited operator arrives: the token stands in the fragment. */
export function Join() {
  const { t } = useWords()
  const token = location.hash.slice(1)
  const [invited, { refetch }] = createResource(() =>
    request<{ email: string }>('POST', '/api/join/look', { token }),
  )
  const dead = () => invited.error instanceof EdgeError && [404, 410, 422].includes(invited.error.status)
  return (
    <EntryCard title={t('join.title')}>
      <Switch>
        <Match when={invited.loading}>
          <p role="status" class="appear-late flex items-center gap-2 text-muted">
            <Spinner />
            {t('common.loading')}
          </p>
        </Match>
        <Match when={dead()}>
          <Notice tone="warning">{t('join.dead')}</Notice>
        </Match>
        <Match when={invited.error}>
          <Notice tone="danger" action={<Button onClick={() => refetch()}>{t('common.retry')}</Button>}>
            {t(errorKey(invited.error))}
          </Notice>
        </Match>
        <Match when={invited()}>{(found) => <JoinForm token={token} email={found().email} />}</Match>
      </Switch>
    </EntryCard>
  )
}

function JoinForm(props: { token: string; email: string }) {
  const { t } = useWords()
  const session = useSession()
  const navigate = useNavigate()
  const [name, setName] = createSignal('')
  const [password, setPassword] = createSignal('')

  const join = createTask(async () => {
    const body = { token: props.token, name: name().trim(), password: password() }
    const me = await request<Me>('POST', '/api/join', body)
    navigate('/', { replace: true })
    await session.enter(me)
  })

  return (
    <form
      class="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault()
        void join.run()
      }}
    >
      <p class="text-muted">{t('join.for', { email: props.email })}</p>
      {/* Lets a password manager keep the new password under the right name. */}
      <input type="email" autocomplete="username" value={props.email} readOnly hidden />
      <TextField
        label={t('join.name')}
        hint={t('join.name-hint')}
        autocomplete="name"
        maxLength={80}
        required
        value={name()}
        onInput={setName}
      />
      <TextField
        label={t('sign-in.password')}
        hint={t('join.password-hint', { count: shortestPassword })}
        type="password"
        autocomplete="new-password"
        minLength={shortestPassword}
        required
        value={password()}
        onInput={setPassword}
      />
      <Button type="submit" variant="primary" size="large" busy={join.busy()}>
        {t('join.button')}
      </Button>
    </form>
  )
}
