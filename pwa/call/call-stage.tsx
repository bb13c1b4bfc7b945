import { createEffect, createSignal, onMount, Show } from 'solid-js'
import { createWakeLock } from '../platform/wake-lock.ts'
import { classes } from '../ui/classes.ts'
import { shownPart } from '../ui/shown-part.ts'
import { useWords } from '../words/words.tsx'
import { CallTimer } from './call-timer.tsx'
import { createIdle } from './create-idle.ts'
import { createPlayback } from './create-playback.ts'
import { JoinButton } from './join-button.tsx'
import type { Line } from './line.ts'
import { createMediaSession } from './media-session.ts'
import { OwnPicture } from './own-picture.tsx'
import { OwnTrouble } from './own-trouble.tsx'
import { RemoteMicrophone } from './remote-microphone.tsx'
import { RemotePicture } from './remote-picture.tsx'
import { StageCenter } from './stage-center.tsx'
import { StageControls } from './stage-controls.tsx'
import { StageCorner } from './stage-corner.tsx'
import { createStageSize, type StageSize } from './stage-size.ts'
import type { MakeStageTools } from './stage-tools.ts'
import { TileControls } from './tile-controls.tsx'

export interface CallStageProps {
  line: Line
  /** The other person, as this side knows them. */
  remoteName: string
  /** When the call was answered; `null` shows no duration. */
  startedAt: number | null
  onEnd(): void
  /** So that the page can close the gap that a reduced video leaves. */
  onSize?(size: StageSize): void
  /** What this side can do with the pictures. */
  tools?: MakeStageTools | undefined
  class?: string
}

/** The video first, and controls that get out of the way. Fills whatever box it is put into. */
export function CallStage(props: CallStageProps) {
  const { t } = useWords()
  const { isIdle, stir } = createIdle()
  const playback = createPlayback(props.line)
  const [stage, setStage] = createSignal<HTMLElement>()
  const [size, setSize] = createStageSize(stage)
  const isSmall = () => size() === 'reduced'
  const [own, setOwn] = createSignal<HTMLVideoElement>()
  const tools = props.tools?.({
    line: props.line,
    element: stage,
    remoteName: () => props.remoteName,
    size,
    setSize,
    remote: playback.video,
    own,
  })
  const isSwapped = () => tools?.isSwapped?.() ?? false
  // On a short stage what helps takes its place.
  const corner = () =>
    isSmall()
      ? 'sr-only'
      : classes(ownPlace, 'problem' in props.line.state() ? '[@container_(max-height:24rem)]:hidden' : '')
  const remotePlace = () =>
    isSwapped()
      ? classes('rounded-card shadow-mid ring-1 ring-on-stage/15', corner())
      : 'absolute inset-0 size-full'
  const care = () => props.line.care()
  const mayFade = () => isIdle() && props.line.state().state === 'connected'

  createEffect(() => props.onSize?.(size()))
  onMount(stir)
  createWakeLock(() => props.line.state().state !== 'failed')
  createMediaSession({
    line: props.line,
    remoteName: () => props.remoteName,
    onEnd: () => props.onEnd(),
  })

  // One tap for everything that was refused without one.
  function join(): void {
    playback.join()
    props.line.retry()
  }

  // A field that loses the focus gives its room back to the picture: the button would move away under the finger.
  function press(event: MouseEvent): void {
    stir()
    if (document.activeElement?.matches('textarea')) event.preventDefault()
  }

  // Alone in its place, so that it can be taken out of it and put back.
  return (
    <>
      <div class="contents">
        <section
          ref={setStage}
          aria-label={t('call.region')}
          data-line={props.line.state().state}
          data-size={size()}
          data-idle={mayFade() ? '' : undefined}
          onPointerMove={stir}
          onMouseDown={press}
          onFocusIn={stir}
          class={classes(
            'group/stage isolate [container-type:size] overflow-hidden bg-stage text-on-stage',
            places[size()],
            props.class,
          )}
        >
          <RemotePicture
            line={props.line}
            ref={playback.attach}
            isLarge={!isSwapped()}
            class={remotePlace()}
          />
          {shownPart(() => care()?.Still, {
            get name() {
              return props.remoteName
            },
            get class() {
              return remotePlace()
            },
          })}
          <Show when={!isSwapped()}>
            <StageCenter
              line={props.line}
              name={props.remoteName}
              isSmall={isSmall()}
              hasTools={tools?.Buttons !== undefined}
            />
          </Show>
          <OwnPicture
            line={props.line}
            remoteName={props.remoteName}
            ref={setOwn}
            isWhole={isSwapped()}
            class={isSwapped() ? 'absolute inset-0 -z-10 rounded-none! bg-stage!' : corner()}
          />
          {tools?.Layers()}
          <Show when={playback.isBlocked() && !isSmall()}>
            <JoinButton onJoin={join} />
          </Show>
          <Show
            when={!isSmall()}
            fallback={
              <TileControls
                stage={stage}
                side={props.line.side}
                onRestore={() => setSize('normal')}
                onEnd={() => props.onEnd()}
              />
            }
          >
            <header
              class={classes(
                fades,
                'pointer-events-none absolute inset-x-0 top-0 flex flex-wrap items-start gap-1.5 p-3 [&_button]:pointer-events-auto [@container_(max-height:12rem)]:hidden',
              )}
            >
              <p class="order-1 flex min-w-0 flex-1 basis-24 text-sm">
                <span class="flex min-w-0 items-baseline gap-2 rounded-full bg-stage-glass px-3 py-1.5">
                  <span class="truncate font-medium" dir="auto">
                    {props.remoteName}
                  </span>
                  <Show when={props.startedAt}>{(at) => <CallTimer startedAt={at()} />}</Show>
                </span>
              </p>
              <StageCorner line={props.line} size={size()} onSize={setSize} tools={tools?.Buttons?.()} />
            </header>
            <div
              class={classes(
                'absolute inset-x-3 flex flex-col items-start gap-2 [@container_(max-height:12rem)]:hidden',
                // A narrow corner has a second row of buttons.
                tools?.Buttons ? 'top-28 @xl:top-16' : 'top-16',
              )}
            >
              <RemoteMicrophone line={props.line} />
              {shownPart(() => care()?.Sign, {
                get name() {
                  return props.remoteName
                },
              })}
              <OwnTrouble line={props.line} remoteName={props.remoteName} />
            </div>
            <StageControls
              line={props.line}
              onEnd={() => props.onEnd()}
              class={classes(fades, 'absolute inset-x-3 bottom-4 [@container_(max-height:12rem)]:bottom-2')}
            />
            {shownPart(() => care()?.Panel, {
              get name() {
                return props.remoteName
              },
            })}
          </Show>
          {tools?.Panels?.()}
        </section>
      </div>
      {tools?.Elsewhere?.()}
    </>
  )
}

const places: Record<StageSize, string> = {
  normal: 'relative size-full',
  full: 'fixed inset-0 z-50',
  // Where exactly is the person's own choice: create-tile.ts.
  reduced:
    'fixed end-4 top-18 z-40 h-32 w-48 cursor-move touch-none rounded-card shadow-high ring-1 ring-on-stage/15',
  out: 'relative size-full',
}

// Smaller where the stage is short, beside the controls where nothing fits above them, and gone above an open
// keyboard: the other side's face comes first.
const ownPlace = classes(
  'absolute end-3 bottom-20 h-36 w-24 @md:w-44 @md:h-28 @3xl:bottom-4',
  '[@container_(min-height:15rem)_and_(max-height:24rem)]:h-20 [@container_(min-height:15rem)_and_(max-height:24rem)]:w-14',
  '[@container_(max-height:15rem)]:start-3 [@container_(max-height:15rem)]:bottom-4 [@container_(max-height:15rem)]:h-16 [@container_(max-height:15rem)]:w-12',
  '[@container_(max-height:15rem)_and_(max-width:22rem)]:hidden [@container_(max-height:12rem)]:hidden',
)

// Out of the way when the mouse rests on a wide picture, but never under a finger or the keyboard.
const fades =
  'transition-opacity pointer-fine:@3xl:group-data-idle/stage:opacity-0 group-has-focus-visible/stage:opacity-100!'
