import Move from 'lucide-solid/icons/move'
import type { Accessor } from 'solid-js'
import type { Side } from '../../edge/domain/tickets.ts'
import { classes } from '../ui/classes.ts'
import { IconButton } from '../ui/icon-button.tsx'
import { useWords } from '../words/words.tsx'
import { createTile } from './create-tile.ts'
import { onStage } from './on-stage.ts'
import { growingCorner } from './tile-place.ts'

/** Moves and resizes the reduced video, as long as it is reduced. */
export function TileMover(props: { stage: Accessor<HTMLElement | undefined>; side: Side }) {
  const { t } = useWords()
  const placed = createTile(props.stage, props.side)
  const corner = () => growingCorner(placed.tile())

  return (
    <>
      <IconButton
        label={t('call.move')}
        icon={Move}
        look={onStage}
        size="small"
        class="absolute top-2 end-1/2 me-1 cursor-move! touch-none"
        onPointerDown={placed.grab}
        onKeyDown={placed.moveByKey}
      />
      <button
        type="button"
        // Its corner is one of the screen, whichever way the text runs.
        dir="ltr"
        aria-label={t('call.resize')}
        title={t('call.resize')}
        class={classes(
          'absolute size-7 touch-none pointer-coarse:size-9',
          corner().right ? 'end-0' : 'start-0',
          corner().bottom ? 'bottom-0' : 'top-0',
          corner().right === corner().bottom ? 'cursor-nwse-resize!' : 'cursor-nesw-resize!',
        )}
        onPointerDown={placed.resize}
        onKeyDown={placed.resizeByKey}
      >
        <span
          class={classes(
            'absolute size-3 border-on-stage/80',
            corner().right ? 'end-1.5 border-e-2' : 'start-1.5 border-s-2',
            corner().bottom ? 'bottom-1.5 border-b-2' : 'top-1.5 border-t-2',
          )}
        />
      </button>
    </>
  )
}
