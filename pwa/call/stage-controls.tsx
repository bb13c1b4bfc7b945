import Mic from 'lucide-solid/icons/mic'
import MicOff from 'lucide-solid/icons/mic-off'
import PhoneOff from 'lucide-solid/icons/phone-off'
import MonitorUp from 'lucide-solid/icons/screen-share'
import MonitorOff from 'lucide-solid/icons/screen-share-off'
import Video from 'lucide-solid/icons/video'
import VideoOff from 'lucide-solid/icons/video-off'
import { Show } from 'solid-js'
import { Button } from '../ui/button.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import { useWords } from '../words/words.tsx'
import type { Line } from './line.ts'
import { onStage } from './on-stage.ts'

/** At the bottom, in reach of the thumb, with the red button in the middle. */
export function StageControls(props: { line: Line; onEnd(): void; class?: string }) {
  const { t } = useWords()
  const media = () => props.line.media()
  const hears = () => media().microphone === 'on'
  const shows = () => media().camera === 'on'

  return (
    <div class={`grid grid-cols-[minmax(0,1fr)_auto_minmax(0,1fr)] items-center gap-3 ${props.class ?? ''}`}>
      <div class="flex justify-end gap-3">
        <IconButton
          label={t(hears() ? 'call.mute' : 'call.unmute')}
          icon={hears() ? Mic : MicOff}
          look={onStage}
          size="large"
          disabled={media().microphone === 'asking'}
          class={hears() ? undefined : 'bg-on-stage! text-stage!'}
          onClick={props.line.toggleMicrophone}
        />
      </div>
      <Button
        variant="red"
        size="large"
        class="rounded-full! px-5!"
        aria-label={t('call.end')}
        title={t('call.end')}
        onClick={() => props.onEnd()}
      >
        <PhoneOff class="size-5" />
        {t('call.end-short')}
      </Button>
      <div class="flex gap-3">
        <IconButton
          label={t(shows() ? 'call.camera-off' : 'call.camera-on')}
          icon={shows() ? Video : VideoOff}
          look={onStage}
          size="large"
          disabled={media().camera === 'asking'}
          class={shows() ? undefined : 'bg-on-stage! text-stage!'}
          onClick={props.line.toggleCamera}
        />
        <Show when={media().mayShare}>
          <IconButton
            label={t(media().screen ? 'call.stop-sharing' : 'call.share-screen')}
            icon={media().screen ? MonitorOff : MonitorUp}
            look={onStage}
            size="large"
            pressed={media().screen}
            onClick={props.line.shareScreen}
          />
        </Show>
      </div>
    </div>
  )
}
