import { Match, Show, Switch } from 'solid-js'
import { Button } from '../ui/button.tsx'
import { Spinner } from '../ui/spinner.tsx'
import { useWords } from '../words/words.tsx'
import type { Line, LineState } from './line.ts'

/** What is going on, in words; silent while all is well. */
export function StageStatus(props: { line: Line; remoteName: string; isSmall: boolean }) {
  const { t } = useWords()
  const state = () => props.line.state()
  const problem = () => (props.isSmall ? undefined : problemOf(state()))

  return (
    <div role="status">
      <Show when={state().state !== 'connected'}>
        <div class="pointer-events-auto flex max-w-80 flex-col items-center gap-3 rounded-card bg-stage-raised/85 px-4 py-3 text-sm appear [@container_(max-height:12rem)]:flex-row [@container_(max-height:12rem)]:py-1.5">
          <Switch fallback={t(`call.${calm(state())}`)}>
            <Match when={problem()}>
              {(reason) => (
                <>
                  <p>{t(`call.problem.${reason()}`, { name: props.remoteName })}</p>
                  <Button size="small" onClick={props.line.retry}>
                    {t(`call.help.${reason()}`)}
                  </Button>
                </>
              )}
            </Match>
            <Match when={state().state === 'dialling' || state().state === 'reconnecting'}>
              <p class="flex items-center gap-2">
                <Spinner />
                {t(state().state === 'dialling' ? 'call.dialling' : 'call.reconnecting')}
              </p>
            </Match>
          </Switch>
        </div>
      </Show>
    </div>
  )
}

function problemOf(state: LineState) {
  return 'problem' in state ? state.problem : undefined
}

function calm({ state }: LineState) {
  return state === 'ended' || state === 'asking-camera' ? state : 'idle'
}
