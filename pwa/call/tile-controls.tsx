import Restore from 'lucide-solid/icons/maximize-2'
import Move from 'lucide-solid/icons/move'
import PhoneOff from 'lucide-solid/icons/phone-off'
import { IconButton } from '../ui/icon-button.tsx'
import { useWords } from '../words/words.tsx'
import type { PlacedTile } from './create-tile.ts'
import { growingCorner } from './tile-place.ts'

export interface TileControlsProps {
  placed: PlacedTile
  onRestore(): void
  onEnd(): void
}

/** What a reduced video keeps: where it stands, how large it is, the way back and the end. */
export function TileControls(props: TileControlsProps) {
  const { t } = useWords()
  const { placed } = props
  const corner = () => growingCorner(placed.tile())

  return (
    <>
      <div class="absolute inset-x-0 top-2 flex justify-center gap-1.5">
        <IconButton
          label={t('call.move')}
          icon={Move}
          variant="stage"
          size="small"
          class="cursor-move! touch-none"
          onPointerDown={placed.grab}
          onKeyDown={placed.moveByKey}
        />
        <IconButton
          label={t('call.restore')}
          icon={Restore}
          variant="stage"
          size="small"
          onClick={() => props.onRestore()}
        />
      </div>
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
      <button
        type="button"
        aria-label={t('call.resize')}
        title={t('call.resize')}
        class="absolute size-7 touch-none pointer-coarse:size-9"
        classList={{
          'right-0': corner().right,
          'left-0': !corner().right,
          'bottom-0': corner().bottom,
          'top-0': !corner().bottom,
          'cursor-nwse-resize!': corner().right === corner().bottom,
          'cursor-nesw-resize!': corner().right !== corner().bottom,
        }}
        onPointerDown={placed.resize}
        onKeyDown={placed.resizeByKey}
      >
        <span
          class="absolute size-3 border-on-stage/80"
          classList={{
            'right-1.5 border-r-2': corner().right,
            'left-1.5 border-l-2': !corner().right,
            'bottom-1.5 border-b-2': corner().bottom,
            'top-1.5 border-t-2': !corner().bottom,
          }}
        />
      </button>
    </>
  )
}
