import ShieldCheck from 'lucide-solid/icons/shield-check'
import Video from 'lucide-solid/icons/video'
import { type Component, onCleanup, onMount, Show } from 'solid-js'
import type { Visit } from '../../edge/domain/wire.ts'
import { Avatar } from '../ui/avatar.tsx'
import { Button } from '../ui/button.tsx'
import { shownPart } from '../ui/shown-part.ts'
import { useWords } from '../words/words.tsx'
import { PageFrame } from './page-frame.tsx'

const goesOnAfterMs = 2_500

/** Who is calling, and what the browser will ask for and why. It goes on by itself, or at a tap. */
export function Landing(props: { visit: Visit; onContinue(): void }) {
  const { t } = useWords()
  onMount(() => {
    const timer = setTimeout(() => props.onContinue(), goesOnAfterMs)
    onCleanup(() => clearTimeout(timer))
  })
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the button inside does the same for the keyboard
    // biome-ignore lint/a11y/noStaticElementInteractions: a larger target for a thumb, of the same action
    <div class="h-full" onClick={() => props.onContinue()}>
      <PageFrame>
        <p class="mb-6 flex items-center gap-3 text-base font-medium">
          <Avatar name={props.visit.team} />
          {props.visit.team}
        </p>
        <Show when={props.visit.customerName}>
          <p class="mb-1 text-base text-muted">{t('customer.hello', { name: props.visit.customerName })}</p>
        </Show>
        <h1 class="text-xl font-semibold text-balance">
          {t('customer.landing', { inviter: props.visit.inviterName, team: props.visit.team })}
        </h1>
        <Show when={props.visit.message}>
          <p
            dir="auto"
            class="mt-3 line-clamp-4 border-s-2 border-line ps-3 text-base text-muted wrap-anywhere"
          >
            {props.visit.message}
          </p>
        </Show>
        <ul class="mt-8 mb-8 flex flex-col gap-5">
          <Point icon={Video} title={t('customer.camera')} text={t('customer.camera.why')} />
          <Point icon={ShieldCheck} title={t('customer.private')} text={t('customer.private.why')} />
        </ul>
        <Button variant="primary" size="large" class="relative w-full overflow-hidden">
          <span
            ref={fillUp}
            aria-hidden="true"
            class="absolute inset-0 origin-left bg-on-fill-faint rtl:origin-right"
          />
          {t('customer.continue')}
        </Button>
      </PageFrame>
    </div>
  )
}

/** Shows how long it is until it goes on; who asked for less motion is not shown. */
function fillUp(bar: HTMLElement) {
  if (matchMedia('(prefers-reduced-motion: reduce)').matches) return bar.remove()
  bar.animate([{ transform: 'scaleX(0)' }, { transform: 'scaleX(1)' }], {
    duration: goesOnAfterMs,
    fill: 'forwards',
  })
}

function Point(props: { icon: Component<{ class?: string }>; title: string; text: string }) {
  return (
    <li class="flex gap-4">
      {shownPart(() => props.icon, { class: 'mt-0.5 size-5 shrink-0 text-accent' })}
      <span>
        <span class="block text-base font-medium">{props.title}</span>
        <span class="block text-muted text-pretty">{props.text}</span>
      </span>
    </li>
  )
}
