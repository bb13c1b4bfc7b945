import type { Accessor, JSX } from 'solid-js'
import type { Line } from './line.ts'
import type { StageSize } from './stage-size.ts'

/** What a tool sees of the stage that it works on. */
export interface StageView {
  line: Line
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
  /** Whether our own picture is the large one now. */
  isSwapped?: Accessor<boolean>
}

export type MakeStageTools = (stage: StageView) => StageTools
