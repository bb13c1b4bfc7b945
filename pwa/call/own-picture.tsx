import MicOff from 'lucide-solid/icons/mic-off'
import MonitorUp from 'lucide-solid/icons/monitor-up'
import VideoOff from 'lucide-solid/icons/video-off'
import { createEffect, Show } from 'solid-js'
import { classes } from '../ui/classes.ts'
import { useWords } from '../words/words.tsx'
import type { Line } from './line.ts'
import { sideLabel } from './side-label.ts'

/** What the other side sees of us, small in a corner; without a picture it says so, with a sign alone where it is tiny. */
export function OwnPicture(props: {
  line: Line
  remoteName: string
  ref?(video: HTMLVideoElement): void
  /** Shows the whole frame, whatever the box. */
  isWhole?: boolean
  class?: string
}) {
  const { t } = useWords()
  const media = () => props.line.media()
  let video: HTMLVideoElement | undefined

  createEffect(() => {
    const stream = props.line.local()
    if (!video) return
    video.srcObject = stream
    if (stream) void video.play().catch(() => {})
  })

  const missing = () =>
    media().camera === 'off'
      ? t('call.own-camera-off')
      : t('call.own-camera-none', { name: props.remoteName })

  return (
    <div
      class={classes(
        'overflow-hidden rounded-card bg-stage-raised text-on-stage shadow-mid ring-1 ring-on-stage/15',
        props.class,
      )}
    >
      {/* biome-ignore lint/a11y/useMediaCaption: it is muted */}
      <video
        ref={(element) => {
          video = element
          // The attribute alone is not enough on elements made by scripts: one would hear oneself.
          element.muted = true
          props.ref?.(element)
        }}
        aria-label={t(sideLabel(props.line.side))}
        playsinline
        class={classes(
          'size-full',
          props.isWhole ? 'object-contain' : 'object-cover',
          media().mirrored && '-scale-x-100',
        )}
      />
      <Show when={!props.line.local() && media().camera !== 'asking'}>
        <p class="absolute inset-0 flex flex-col items-center justify-center gap-1 p-1.5 text-center text-xs text-on-stage-muted">
          <VideoOff class="size-4 shrink-0" />
          <span class="[@container_(max-height:24rem)]:hidden">{missing()}</span>
        </p>
      </Show>
      <Show when={media().screen}>
        <p class="absolute inset-x-0 bottom-0 flex items-center gap-1 bg-stage/70 px-1.5 py-1 text-xs">
          <MonitorUp class="size-3.5 shrink-0" />
          {t('call.own-screen')}
        </p>
      </Show>
      <Show when={media().microphone === 'off' || media().microphone === 'none'}>
        <span class="absolute end-1 top-1 rounded-full bg-danger-fill p-1 text-on-fill">
          <MicOff class="size-3" />
        </span>
      </Show>
    </div>
  )
}
