import Restore from 'lucide-solid/icons/maximize-2'
import PhoneOff from 'lucide-solid/icons/phone-off'
import type { Accessor } from 'solid-js'
import type { Side } from '../../edge/domain/tickets.ts'
import { later } from '../conversation/later.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import { useWords } from '../words/words.tsx'
import { onStage } from './on-stage.ts'

// Moving comes when a video is first reduced; the way back and the end are there at once.
const TileMover = later(() => import('./tile-mover.tsx').then((parts) => parts.TileMover))

export interface TileControlsProps {
  stage: Accessor<HTMLElement | undefined>
  side: Side
  onRestore(): void
  onEnd(): void
}

/** What a reduced video keeps: the way back, the end, and where it stands. */
export function TileControls(props: TileControlsProps) {
  const { t } = useWords()
  return (
    <>
      <TileMover stage={props.stage} side={props.side} />
      <IconButton
        label={t('call.restore')}
        icon={Restore}
        look={onStage}
        size="small"
        class="absolute top-2 start-1/2 ms-1"
        onClick={() => props.onRestore()}
      />
      <div class="pointer-events-none absolute inset-x-0 bottom-2 flex justify-center">
        <IconButton
          label={t('call.end')}
          icon={PhoneOff}
          variant="red"
          size="small"
          class="pointer-events-auto rounded-full!"
          onClick={() => props.onEnd()}
        />
      </div>
    </>
  )
}
