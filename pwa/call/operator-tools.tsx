import { createSignal, onCleanup, Show } from 'solid-js'
import { Button } from '../ui/button.tsx'
import { useWords } from '../words/words.tsx'
import { DevicePanel } from './device-panel.tsx'
import { createDevices } from './devices.ts'
import { DrawBoard } from './draw-board.tsx'
import type { Drawing } from './drawing.ts'
import { flatten, inkColors } from './flatten.ts'
import { createFreeze } from './freeze.ts'
import { createOutside } from './outside.ts'
import { photoName } from './photo-name.ts'
import { PhotoPreview } from './photo-preview.tsx'
import { createPhotoRequests } from './photo-requests.ts'
import { createPointer } from './pointer.ts'
import { PointerLayer } from './pointer-layer.tsx'
import { PointerMarks } from './pointer-marks.tsx'
import type { MakeStageTools } from './stage-tools.ts'
import { dropStill, makeStill, type Still } from './still.ts'
import { ToolButtons } from './tool-buttons.tsx'

const noticeMs = 6_000

export interface OperatorToolsOptions {
  /** Takes a photo over into the conversation. Without it there is no such button. */
  onKeepPhoto?(photo: Blob, name: string): void
}

/** What the operator can do with the customer's picture: point at it, keep it, freeze it and draw on it. */
export function makeOperatorTools({ onKeepPhoto }: OperatorToolsOptions = {}): MakeStageTools {
  return (stage) => {
    const { t } = useWords()
    const { line, size } = stage
    const pointer = createPointer(stage)
    const requests = createPhotoRequests(line.tools)
    const outside = createOutside(stage)
    const devices = createDevices(line, stage.remote)
    const [hasDevices, setDevices] = createSignal(false)
    const freeze = createFreeze(line.tools, (still, drawing) => void keep(still, drawing))
    const [photo, setPhoto] = createSignal<Still | null>(null)
    const [hasFailed, setFailed] = createSignal(false)
    let hiding: ReturnType<typeof setTimeout> | undefined

    async function takePhoto(): Promise<void> {
      await show(await requests.ask('snapshot'))
    }

    async function freezePicture(): Promise<void> {
      if (pointer.isOn()) pointer.toggle()
      const frame = await requests.ask('freeze')
      const isFrozen = frame !== null && (await freeze.begin(frame))
      // The customer's page has frozen its own picture already.
      if (!isFrozen) freeze.end()
      sayFailed(!isFrozen)
    }

    async function keep(still: Still, drawing: Drawing): Promise<void> {
      await show(await flatten(still, drawing, inkColors()))
    }

    async function show(taken: Blob | null): Promise<void> {
      const still = taken && (await makeStill(taken))
      sayFailed(!still)
      if (still) replacePhoto(still)
    }

    function sayFailed(isSo: boolean): void {
      clearTimeout(hiding)
      setFailed(isSo)
      if (isSo) hiding = setTimeout(() => setFailed(false), noticeMs)
    }

    function replacePhoto(still: Still | null): void {
      dropStill(photo())
      setPhoto(still)
    }

    onCleanup(() => {
      clearTimeout(hiding)
      dropStill(photo())
    })

    return {
      Buttons: () => (
        <ToolButtons
          stage={stage}
          pointer={pointer}
          asking={requests.asking()}
          isFrozen={freeze.still() !== null}
          onPhoto={() => void takePhoto()}
          onFreeze={() => void freezePicture()}
          onUnfreeze={freeze.end}
          outside={outside}
          hasDevices={hasDevices()}
          onDevices={() => setDevices((is) => !is)}
        />
      ),
      Layers: () => (
        <>
          <Show when={freeze.still()}>
            {(still) => (
              <DrawBoard
                freeze={freeze}
                still={still()}
                isSmall={size() === 'reduced'}
                onKeep={() => void keep(still(), freeze.drawing())}
              />
            )}
          </Show>
          <Show when={pointer.isOn() && size() !== 'reduced'}>
            <PointerLayer pointer={pointer} />
          </Show>
          <PointerMarks view={pointer.view()} spot={pointer.spot()} pings={pointer.pings()} />
        </>
      ),
      Elsewhere: () => (
        <Show when={outside.isOut()}>
          <p class="fixed end-4 top-18 z-40 flex max-w-[calc(100%-2rem)] items-center gap-3 rounded-card bg-raised p-3 text-sm shadow-high appear">
            {t('call.is-out')}
            <Button size="small" onClick={outside.bringBack}>
              {t('call.bring-back')}
            </Button>
          </p>
        </Show>
      ),
      Panels: () => (
        <>
          <p role="status" class="pointer-events-none absolute inset-x-3 top-28 flex justify-center">
            <Show when={hasFailed()}>
              <span class="rounded-card bg-stage-raised/90 px-3 py-2 text-sm appear">
                {t('call.photo-failed')}
              </span>
            </Show>
          </p>
          <Show when={size() !== 'reduced' && hasDevices()}>
            <DevicePanel devices={devices} microphone={line.microphone()} onClose={() => setDevices(false)} />
          </Show>
          <Show when={size() !== 'reduced' && photo()}>
            {(still) => (
              <PhotoPreview
                still={still()}
                name={photoName(new Date())}
                onKeep={onKeepPhoto}
                onClose={() => replacePhoto(null)}
              />
            )}
          </Show>
        </>
      ),
    }
  }
}
