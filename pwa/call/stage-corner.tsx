import Flashlight from 'lucide-solid/icons/flashlight'
import Maximize from 'lucide-solid/icons/maximize'
import Minimize from 'lucide-solid/icons/minimize'
import Minus from 'lucide-solid/icons/minus'
import SwitchCamera from 'lucide-solid/icons/switch-camera'
import { type JSX, Show } from 'solid-js'
import { IconButton } from '../ui/icon-button.tsx'
import { shownPart } from '../ui/shown-part.ts'
import { useWords } from '../words/words.tsx'
import type { Line } from './line.ts'
import { onStage } from './on-stage.ts'
import type { StageSize } from './stage-size.ts'
import { createTorch } from './torch.ts'

export interface StageCornerProps {
  line: Line
  size: StageSize
  onSize(size: StageSize): void
  tools?: JSX.Element
}

/**
 * The upper right corner of the video: the side's own tools, switch camera, full screen, and the gray line.
 * On a narrow stage the tools have a row of their own, so that the name keeps its place.
 */
export function StageCorner(props: StageCornerProps) {
  const { t } = useWords()
  const torch = createTorch(props.line)
  return (
    <>
      <div class="order-3 flex basis-full flex-wrap justify-end gap-1.5 empty:hidden @xl:order-2 @xl:basis-auto">
        {props.tools}
      </div>
      <div class="order-2 flex shrink-0 gap-1.5 @xl:order-3">
        {shownPart(() => props.line.care()?.Button, {})}
        <Show when={props.line.media().maySwitch && props.line.media().camera === 'on'}>
          <IconButton
            label={t('call.switch-camera')}
            icon={SwitchCamera}
            look={onStage}
            onClick={props.line.switchCamera}
          />
        </Show>
        <Show when={torch.isPossible()}>
          <IconButton
            label={t('call.torch')}
            icon={Flashlight}
            look={onStage}
            pressed={torch.isOn()}
            onClick={() => void torch.toggle()}
          />
        </Show>
        <Show when={props.size !== 'out'}>
          <IconButton
            label={t(props.size === 'full' ? 'call.leave-full-screen' : 'call.full-screen')}
            icon={props.size === 'full' ? Minimize : Maximize}
            look={onStage}
            onClick={() => props.onSize(props.size === 'full' ? 'normal' : 'full')}
          />
          <IconButton
            label={t('call.reduce')}
            icon={Minus}
            look={onStage}
            class="text-on-stage-muted!"
            onClick={() => props.onSize('reduced')}
          />
        </Show>
      </div>
    </>
  )
}
