import type { Accessor, JSX } from 'solid-js'
import type { Line } from './line.ts'
import type { StageSize } from './stage-size.ts'

/** What a tool sees of the stage that it works on. */
export interface StageView {
  line: Line
  /** The stage itself, alone in its place. */
  element: Accessor<HTMLElement | undefined>
  remoteName: Accessor<string>
  size: Accessor<StageSize>
  setSize(size: StageSize): void
  remote: Accessor<HTMLVideoElement | undefined>
  own: Accessor<HTMLVideoElement | undefined>
}

/** What a role's tools add to the stage. Each page brings its own, so that nobody loads the other's. */
export interface StageTools {
  /** In the upper right corner, before full screen and the gray line. */
  Buttons?(): JSX.Element
  /** Over the pictures and under the controls. */
  Layers(): JSX.Element
  /** Over everything. */
  Panels?(): JSX.Element
  /** Stays in the page while the stage is elsewhere. */
  Elsewhere?(): JSX.Element
  /** Whether our own picture is the large one now. */
  isSwapped?: Accessor<boolean>
}

export type MakeStageTools = (stage: StageView) => StageTools
