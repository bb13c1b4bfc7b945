import { Match, onMount, type ParentProps, Switch } from 'solid-js'
import { useSession } from './session.ts'
import { SignIn } from './sign-in.tsx'
import { StartFailed, Starting } from './starting.tsx'

/** What is inside is for those who are signed in. */
export function SessionGate(props: ParentProps) {
  const session = useSession()
  onMount(() => session.state().state === 'asking' && session.ask())
  const failure = () => {
    const state = session.state()
    return state.state === 'unreachable' ? state : null
  }
  return (
    <Switch>
      <Match when={session.state().state === 'asking'}>
        <Starting />
      </Match>
      <Match when={failure()}>
        {(state) => <StartFailed error={state().error} onRetry={() => session.ask()} />}
      </Match>
      <Match when={session.state().state === 'signed-out'}>
        <SignIn />
      </Match>
      <Match when={session.state().state === 'signed-in'}>{props.children}</Match>
    </Switch>
  )
}
