import MicOff from 'lucide-solid/icons/mic-off'
import VideoOff from 'lucide-solid/icons/video-off'
import { createEffect, Show } from 'solid-js'
import { Avatar } from '../ui/avatar.tsx'
import { useWords } from '../words/words.tsx'
import type { Line } from './line.ts'
import { sideLabel } from './side-label.ts'

export interface RemotePictureProps {
  line: Line
  name: string
  isSmall: boolean
  /** The browser wants a tap before it makes a sound. */
  onBlocked(): void
  ref(video: HTMLVideoElement): void
}

/** The other side, large; its sound comes from here too. Without a picture it has a name and a reason. */
export function RemotePicture(props: RemotePictureProps) {
  const { t } = useWords()
  const hidden = () => !props.line.remoteMedia().screen && props.line.remoteMedia().camera !== 'on'
  const isEmpty = () => hidden() || !props.line.remote()
  let video: HTMLVideoElement | undefined

  createEffect(() => {
    if (video) void play(video, props.line.remote(), props.onBlocked)
  })

  return (
    <>
      {/* biome-ignore lint/a11y/useMediaCaption: nobody has written down what is being said */}
      <video
        ref={(element) => {
          video = element
          props.ref(element)
        }}
        aria-label={t(sideLabel(props.line.side === 'customer' ? 'operator' : 'customer'))}
        playsinline
        class="absolute inset-0 size-full bg-stage"
        classList={{
          'object-contain': props.line.remoteMedia().screen,
          'object-cover @3xl:object-contain': !props.line.remoteMedia().screen,
        }}
      />
      <Show when={isEmpty()}>
        <div class="absolute inset-0 flex flex-col items-center justify-center gap-3 bg-stage p-4 text-center">
          <Avatar name={props.name} size={props.isSmall ? 'medium' : 'large'} />
          <Show when={!props.isSmall}>
            <span class="text-base font-semibold" dir="auto">
              {props.name}
            </span>
            <Show when={props.line.remote()}>
              <span class="inline-flex items-center gap-1.5 text-sm text-on-stage-muted">
                <VideoOff class="size-4" />
                {t(
                  props.line.remoteMedia().camera === 'off'
                    ? 'call.remote-camera-off'
                    : 'call.remote-camera-none',
                )}
              </span>
            </Show>
          </Show>
        </div>
      </Show>
      <Show when={props.line.remote() && props.line.remoteMedia().microphone !== 'on' && !props.isSmall}>
        <span class="absolute start-3 top-14 inline-flex items-center gap-1.5 rounded-full bg-stage-raised/80 px-3 py-1 text-xs">
          <MicOff class="size-3.5" />
          {t(
            props.line.remoteMedia().microphone === 'off'
              ? 'call.remote-muted'
              : 'call.remote-microphone-none',
          )}
        </span>
      </Show>
    </>
  )
}

// With sound if the browser lets us; else the picture alone, and the sound after a tap.
async function play(video: HTMLVideoElement, stream: MediaStream | null, onBlocked: () => void) {
  video.srcObject = stream
  if (!stream) return
  try {
    await video.play()
  } catch (error) {
    if (!(error instanceof DOMException && error.name === 'NotAllowedError')) return
    video.muted = true
    void video.play().catch(() => {})
    onBlocked()
  }
}
