import { useWords } from '../../words/words.tsx'
import type { Still } from '../still.ts'

/** The newest picture of the other side, where its video would be. */
export function StillPicture(props: { still: Still; name: string; class: string }) {
  const { t } = useWords()
  return (
    <img
      src={props.still.url}
      alt={t('quality.still', { name: props.name })}
      draggable={false}
      class={`bg-stage object-contain ${props.class}`}
    />
  )
}
