import { Match, onCleanup, onMount, Switch } from 'solid-js'
import { DeadEndPage } from './later-parts.ts'
import { createVisit, type Opening } from './open-visit.ts'
import { OpeningPage } from './opening-page.tsx'
import { Unreachable } from './unreachable.tsx'
import { VisitPages } from './visit-pages.tsx'

/** From the link to wherever it leads. */
export function CustomerPage() {
  const link = createVisit()
  const at = <At extends Opening['at']>(place: At) => {
    const now = link.opening()
    return now.at === place && (now as Extract<Opening, { at: At }>)
  }

  // Another link, tapped while the page is there, changes the fragment alone.
  const reload = () => location.reload()
  onMount(() => addEventListener('hashchange', reload))
  onCleanup(() => removeEventListener('hashchange', reload))

  return (
    <Switch fallback={<OpeningPage />}>
      <Match when={at('dead')}>{(dead) => <DeadEndPage end={dead().end} />}</Match>
      <Match when={at('unreachable')}>
        <Unreachable onRetry={link.retry} />
      </Match>
      <Match when={at('open')}>{(open) => <VisitPages visit={open().visit} onLost={link.askAgain} />}</Match>
    </Switch>
  )
}
