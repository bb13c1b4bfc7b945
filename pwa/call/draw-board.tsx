import ArrowIcon from 'lucide-solid/icons/arrow-up-right'
import Check from 'lucide-solid/icons/check'
import Circle from 'lucide-solid/icons/circle'
import Eraser from 'lucide-solid/icons/eraser'
import Pencil from 'lucide-solid/icons/pencil'
import Play from 'lucide-solid/icons/play'
import Undo from 'lucide-solid/icons/undo-2'
import { createSignal, For, Show } from 'solid-js'
import { Button } from '../ui/button.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import { useWords } from '../words/words.tsx'
import { DrawSurface } from './draw-surface.tsx'
import { type DrawingTool, drawingTools } from './drawing-message.ts'
import type { Freeze } from './freeze.ts'
import { FrozenPicture } from './frozen-picture.tsx'
import { onStage } from './on-stage.ts'
import type { Still } from './still.ts'

const icons = { line: Pencil, arrow: ArrowIcon, circle: Circle }

// Between the buttons above and below: whatever they covered could not be drawn on.
const clear = 'inset-x-0 top-14 bottom-34'

export interface DrawBoardProps {
  freeze: Freeze
  still: Still
  isSmall: boolean
  onKeep(): void
}

/** The frozen picture on the operator's side, with what draws on it. */
export function DrawBoard(props: DrawBoardProps) {
  const { t } = useWords()
  const { freeze } = props
  const [tool, setTool] = createSignal<DrawingTool>('arrow')
  const isEmpty = () => freeze.drawing().length === 0

  return (
    <>
      <FrozenPicture
        still={props.still}
        drawing={freeze.drawing()}
        class={props.isSmall ? 'inset-0' : clear}
      />
      <Show when={!props.isSmall}>
        <DrawSurface freeze={freeze} still={props.still} tool={tool()} class={clear} />
        <div
          role="toolbar"
          aria-label={t('call.drawing')}
          class="absolute inset-x-3 bottom-20 mx-auto flex w-fit max-w-full flex-wrap items-center justify-center gap-1.5 rounded-card bg-stage-raised/90 p-1.5"
        >
          <For each={drawingTools}>
            {(one) => (
              <IconButton
                label={t(`call.draw.${one}`)}
                icon={icons[one]}
                look={onStage}
                pressed={tool() === one}
                onClick={() => setTool(one)}
              />
            )}
          </For>
          <span class="h-6 w-px bg-on-stage/25" />
          <IconButton
            label={t('call.draw-undo')}
            icon={Undo}
            look={onStage}
            disabled={isEmpty()}
            onClick={freeze.undo}
          />
          <IconButton
            label={t('call.draw-clear')}
            icon={Eraser}
            look={onStage}
            disabled={isEmpty()}
            onClick={freeze.clear}
          />
          <span class="h-6 w-px bg-on-stage/25" />
          <Button
            size="small"
            variant="primary"
            aria-label={t('call.keep-photo')}
            title={t('call.keep-photo')}
            onClick={() => props.onKeep()}
          >
            <Check class="size-4" />
            <span class="hidden @xl:inline">{t('call.keep-photo')}</span>
          </Button>
          <Button
            size="small"
            aria-label={t('call.unfreeze')}
            title={t('call.unfreeze')}
            onClick={freeze.end}
          >
            <Play class="size-4" />
            <span class="hidden @xl:inline">{t('call.unfreeze')}</span>
          </Button>
        </div>
      </Show>
    </>
  )
}
