import { Match, onMount, type ParentProps, Switch } from 'solid-js'
import { later } from '../conversation/later.tsx'
import { paintedTwice } from '../platform/painted.ts'
import { useSession } from './session.ts'
import { StartFailed, Starting } from './starting.tsx'

const SignIn = later(async () => (await import('./sign-in.tsx')).SignIn)

/** What is inside is for those who are signed in. */
export function SessionGate(props: ParentProps) {
  const session = useSession()
  onMount(() => {
    const now = session.state()
    if (now.state === 'asking') void session.ask()
    // What a device remembers of a session says nothing about whether it still is one.
    else if (now.state === 'signed-in' && now.start) void paintedTwice().then(() => session.ask())
  })
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
