import Download from 'lucide-solid/icons/download'
import { For, Match, Switch } from 'solid-js'
import { installApp, installWay } from '../../platform/install-app.ts'
import { Button } from '../../ui/button.tsx'
import { useWords } from '../../words/words.tsx'

const iosSteps = ['install.ios-share', 'install.ios-add', 'install.ios-open'] as const

/** The way onto the home screen, as far as the page can go it for the person. */
export function InstallPanel() {
  const { t } = useWords()
  return (
    <section aria-label={t('install.title')}>
      <h2 class="mb-3 text-base font-semibold">{t('install.title')}</h2>
      <div class="flex flex-col gap-3 rounded-card border border-line bg-raised p-4 shadow-low">
        <Switch>
          <Match when={installWay() === 'done'}>
            <p>{t('install.done')}</p>
          </Match>
          <Match when={installWay() === 'button'}>
            <div class="flex flex-wrap items-center justify-between gap-3">
              <p class="min-w-0 flex-1 basis-60 text-muted">{t('install.why')}</p>
              <Button onClick={() => void installApp()}>
                <Download class="size-4" />
                {t('install.button')}
              </Button>
            </div>
          </Match>
          <Match when={installWay() === 'ios'}>
            <p class="text-muted">{t('install.why')}</p>
            <ol class="list-decimal ps-5">
              <For each={iosSteps}>{(step) => <li>{t(step)}</li>}</For>
            </ol>
          </Match>
          <Match when={installWay() === 'menu'}>
            <p class="text-muted">{t('install.why')}</p>
            <p>{t('install.by-menu')}</p>
          </Match>
        </Switch>
      </div>
    </section>
  )
}
