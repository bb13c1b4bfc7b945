import { classes } from '../ui/classes.ts'
import { useWords } from '../words/words.tsx'
import type { Line } from './line.ts'
import { sideLabel } from './side-label.ts'

/** The other side, large. Its sound comes from here too, also while the picture is covered. */
export function RemotePicture(props: {
  line: Line
  isLarge: boolean
  class: string
  ref(video: HTMLVideoElement): void
}) {
  const { t } = useWords()
  const isScreen = () => props.line.remoteMedia().screen
  const fit = () => {
    if (isScreen()) return 'object-contain'
    return props.isLarge ? 'object-cover @3xl:object-contain' : 'object-cover'
  }
  return (
    // biome-ignore lint/a11y/useMediaCaption: nobody has written down what is being said
    <video
      ref={props.ref}
      aria-label={t(sideLabel(props.line.side === 'customer' ? 'operator' : 'customer'))}
      playsinline
      class={classes('bg-stage', props.class, fit())}
    />
  )
}
