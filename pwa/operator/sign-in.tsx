import { createSignal, Show } from 'solid-js'
import type { Me } from '../../edge/domain/wire.ts'
import { EdgeError, request } from '../platform/request.ts'
import { Button } from '../ui/button.tsx'
import { Notice } from '../ui/notice.tsx'
import { TextField } from '../ui/text-field.tsx'
import { useWords, type WordKey } from '../words/words.tsx'
import { createTask } from './create-task.ts'
import { EntryCard } from './entry-card.tsx'
import { errorKey } from './error-words.ts'
import { useSession } from './session.ts'

export function SignIn() {
  const { t } = useWords()
  const session = useSession()
  const [email, setEmail] = createSignal('')
  const [password, setPassword] = createSignal('')
  const [problem, setProblem] = createSignal<WordKey | null>(null)

  const signIn = createTask(
    async () => {
      setProblem(null)
      await session.enter(
        await request<Me>('POST', '/api/session', { email: email().trim(), password: password() }),
      )
    },
    (error) => {
      setProblem(signInProblem(error))
      return true
    },
  )

  return (
    <EntryCard title={t('sign-in.title')}>
      <form
        class="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault()
          void signIn.run()
        }}
      >
        <Show when={problem()}>{(key) => <Notice tone="danger">{t(key())}</Notice>}</Show>
        <TextField
          label={t('sign-in.email')}
          type="email"
          autocomplete="username"
          required
          autofocus
          value={email()}
          onInput={setEmail}
        />
        <TextField
          label={t('sign-in.password')}
          type="password"
          autocomplete="current-password"
          required
          value={password()}
          onInput={setPassword}
        />
        <Button type="submit" variant="primary" size="large" busy={signIn.busy()}>
          {t('sign-in.button')}
        </Button>
      </form>
    </EntryCard>
  )
}

// One sentence for every wrong pair: it must not tell which of the two was wrong.
function signInProblem(error: unknown): WordKey {
  const refused = error instanceof EdgeError && ['not-signed-in', 'invalid-input'].includes(error.code)
  if (refused) return 'sign-in.wrong'
  return error instanceof EdgeError && error.code === 'too-many' ? 'sign-in.too-many' : errorKey(error)
}
