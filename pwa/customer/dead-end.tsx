import Link2Off from 'lucide-solid/icons/link-2-off'
import { useWords, type WordKey } from '../words/words.tsx'
import type { DeadEnd } from './open-visit.ts'
import { PageFrame } from './page-frame.tsx'
import './end-words.ts'

const words: Record<DeadEnd, WordKey & `customer.${string}`> = {
  'link-invalid': 'customer.invalid',
  'link-expired': 'customer.expired',
  'link-withdrawn': 'customer.withdrawn',
  'opened-elsewhere': 'customer.elsewhere',
  'handed-over': 'customer.handed-over',
  'not-signed-in': 'customer.cookies',
}

/** A link that leads nowhere: what is the matter, and what to do. */
export function DeadEndPage(props: { end: DeadEnd }) {
  const { t } = useWords()
  const key = () => words[props.end] as 'customer.invalid'
  return (
    <PageFrame>
      <Link2Off class="mb-5 size-14 rounded-full bg-sunken p-4 text-muted" />
      <h1 class="text-xl font-semibold text-balance">{t(key())}</h1>
      <p class="mt-2 text-base text-muted text-pretty">{t(`${key()}.help`)}</p>
    </PageFrame>
  )
}
