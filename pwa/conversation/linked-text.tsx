import { Show } from 'solid-js'
import { later } from './later.tsx'

const TextWithLinks = later(() => import('./seldom-parts.ts').then((parts) => parts.TextWithLinks))

/** A message's text. What makes links of addresses comes with the first one; until then it reads the same. */
export function LinkedText(props: { text: string }) {
  const hasLinks = () => {
    const hasSome = /https?:/i.test(props.text)
    if (hasSome) TextWithLinks.preload()
    return hasSome && TextWithLinks.isHere()
  }
  return (
    <Show when={hasLinks()} fallback={props.text}>
      <TextWithLinks text={props.text} />
    </Show>
  )
}
