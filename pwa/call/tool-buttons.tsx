import Camera from 'lucide-solid/icons/camera'
import Hand from 'lucide-solid/icons/hand'
import Pause from 'lucide-solid/icons/pause'
import PictureInPicture from 'lucide-solid/icons/picture-in-picture-2'
import Settings from 'lucide-solid/icons/settings-2'
import { Show } from 'solid-js'
import { IconButton } from '../ui/icon-button.tsx'
import { useWords } from '../words/words.tsx'
import { onStage } from './on-stage.ts'
import type { Outside } from './outside.ts'
import type { Pointer } from './pointer.ts'
import type { StageView } from './stage-tools.ts'

export interface ToolButtonsProps {
  stage: StageView
  pointer: Pointer
  asking: 'snapshot' | 'freeze' | null
  isFrozen: boolean
  onPhoto(): void
  onFreeze(): void
  onUnfreeze(): void
  outside: Outside
  hasDevices: boolean
  onDevices(): void
}

/** What is done with the customer's picture; of use only while there is one and the customer's page hears us. */
export function ToolButtons(props: ToolButtonsProps) {
  const { t } = useWords()
  const { pointer, stage } = props
  const isSeen = () => {
    const { camera, screen } = stage.line.remoteMedia()
    return stage.line.tools.isOpen() && stage.line.remote() !== null && (camera === 'on' || screen)
  }
  // Not disabled meanwhile: the focus would be lost with it.
  const isFree = () => isSeen() && props.asking === null

  return (
    // On a narrow stage they would lie over what is being drawn on; the drawing's own buttons do all that is needed.
    <div class={props.isFrozen ? 'hidden gap-1.5 @xl:flex' : 'contents'}>
      <IconButton
        label={t('call.take-photo')}
        icon={Camera}
        look={onStage}
        aria-busy={props.asking === 'snapshot'}
        disabled={!isSeen()}
        aria-disabled={!isFree() || undefined}
        onClick={() => isFree() && props.onPhoto()}
      />
      <IconButton
        label={t(props.isFrozen ? 'call.unfreeze' : 'call.freeze')}
        icon={Pause}
        look={onStage}
        aria-busy={props.asking === 'freeze'}
        disabled={!props.isFrozen && !isSeen()}
        aria-disabled={(!props.isFrozen && !isFree()) || undefined}
        class={props.isFrozen ? 'bg-on-stage! text-stage!' : undefined}
        onClick={() => (props.isFrozen ? props.onUnfreeze() : isFree() && props.onFreeze())}
      />
      <IconButton
        label={t('call.devices')}
        icon={Settings}
        look={onStage}
        aria-haspopup="dialog"
        aria-expanded={props.hasDevices}
        onClick={() => props.onDevices()}
      />
      <Show when={props.outside.isPossible}>
        <IconButton
          label={t(props.outside.isOut() ? 'call.bring-back' : 'call.take-out')}
          icon={PictureInPicture}
          look={onStage}
          onClick={props.outside.isOut() ? props.outside.bringBack : props.outside.takeOut}
        />
      </Show>
      <IconButton
        label={t('call.pointer')}
        icon={Hand}
        look={onStage}
        pressed={pointer.isOn()}
        disabled={!pointer.isOn() && (!isSeen() || props.isFrozen)}
        class="text-hand! aria-pressed:bg-hand! aria-pressed:text-stage!"
        onClick={pointer.toggle}
      />
    </div>
  )
}
