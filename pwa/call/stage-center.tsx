import VideoOff from 'lucide-solid/icons/video-off'
import { Show } from 'solid-js'
import { Avatar } from '../ui/avatar.tsx'
import { classes } from '../ui/classes.ts'
import { useWords } from '../words/words.tsx'
import type { Line } from './line.ts'
import { StageStatus } from './stage-status.tsx'

/** Stands where the picture would be: who it is and why there is none, and below it what is going on. */
export function StageCenter(props: {
  line: Line
  name: string
  isSmall: boolean
  /** On a narrow stage a second row of buttons stands above. */
  hasTools: boolean
}) {
  const { t } = useWords()
  const isHidden = () => !props.line.remoteMedia().screen && props.line.remoteMedia().camera !== 'on'
  const isEmpty = () => isHidden() || !props.line.remote()
  // A short stage has room for one thing between its buttons: the face's place goes to the news.
  const yielding = () =>
    props.line.state().state === 'connected' ? '' : '[@container_(max-height:24rem)]:hidden'

  return (
    <div
      class={classes(
        'absolute inset-0 flex flex-col items-center justify-center gap-3 px-4 text-center [@container_(max-height:12rem)]:gap-1',
        isEmpty() ? 'bg-stage' : 'pointer-events-none',
        !props.isSmall && between,
        !props.isSmall && (props.hasTools ? 'pt-26 @xl:pt-14' : 'pt-14'),
      )}
    >
      <Show when={isEmpty()}>
        <Avatar
          name={props.name}
          size={props.isSmall ? 'medium' : 'large'}
          class={classes(
            yielding(),
            props.isSmall ? '' : '[@container_(max-height:12rem)]:hidden',
            props.hasTools && !props.isSmall
              ? '[@container_(max-height:24rem)_and_(max-width:36rem)]:hidden'
              : '',
          )}
        />
      </Show>
      <Show when={isEmpty() && !props.isSmall}>
        <p class={`max-w-full truncate text-base font-semibold ${yielding()}`} dir="auto">
          {props.name}
        </p>
      </Show>
      <Show when={isHidden() && !props.isSmall}>
        <p class="inline-flex items-center gap-1.5 text-sm text-on-stage-muted">
          <VideoOff class="size-4" />
          {t(
            props.line.remoteMedia().camera === 'off' ? 'call.remote-camera-off' : 'call.remote-camera-none',
          )}
        </p>
      </Show>
      <StageStatus line={props.line} remoteName={props.name} isSmall={props.isSmall} />
    </div>
  )
}

// Between the buttons, and above one's own picture where the two would meet.
const between =
  'pb-20 [@container_(min-height:24rem)_and_(max-width:42rem)]:pb-60 [@container_(max-height:12rem)]:pt-2! [@container_(max-height:12rem)]:pb-16!'
