import Hand from 'lucide-solid/icons/hand'
import { Show } from 'solid-js'
import { IconButton } from '../ui/icon-button.tsx'
import { useWords } from '../words/words.tsx'
import { createPointer } from './pointer.ts'
import { PointerLayer } from './pointer-layer.tsx'
import { PointerMarks } from './pointer-marks.tsx'
import type { StageTools, StageView } from './stage-tools.ts'

/** What the operator can do with the customer's picture. */
export function makeOperatorTools(stage: StageView): StageTools {
  const { t } = useWords()
  const { line } = stage
  const pointer = createPointer(stage)
  const mayPoint = () => line.tools.isOpen() && isSeen(stage)

  return {
    Buttons: () => (
      <IconButton
        label={t('call.pointer')}
        icon={Hand}
        variant="stage"
        pressed={pointer.isOn()}
        disabled={!mayPoint() && !pointer.isOn()}
        class="text-hand! aria-pressed:bg-hand! aria-pressed:text-stage!"
        onClick={pointer.toggle}
      />
    ),
    Layers: () => (
      <>
        <Show when={pointer.isOn() && stage.size() !== 'reduced'}>
          <PointerLayer pointer={pointer} />
        </Show>
        <PointerMarks view={pointer.view()} spot={pointer.spot()} pings={pointer.pings()} />
      </>
    ),
  }
}

function isSeen({ line }: StageView): boolean {
  const { camera, screen } = line.remoteMedia()
  return line.remote() !== null && (camera === 'on' || screen)
}
