import { useWords } from '../words/words.tsx'
import type { Line } from './line.ts'
import { sideLabel } from './side-label.ts'

/** The other side, large. Its sound comes from here too, also while the picture is covered. */
export function RemotePicture(props: { line: Line; ref(video: HTMLVideoElement): void }) {
  const { t } = useWords()
  const isScreen = () => props.line.remoteMedia().screen
  return (
    // biome-ignore lint/a11y/useMediaCaption: nobody has written down what is being said
    <video
      ref={props.ref}
      aria-label={t(sideLabel(props.line.side === 'customer' ? 'operator' : 'customer'))}
      playsinline
      class="absolute inset-0 size-full bg-stage"
      classList={{ 'object-contain': isScreen(), 'object-cover @3xl:object-contain': !isScreen() }}
    />
  )
}
