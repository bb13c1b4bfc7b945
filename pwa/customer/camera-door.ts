/** What the rest of the screen may know and ask of the camera, whose code comes later. */
export interface CameraDoor {
  isOn(): boolean
  /** Asks again, if there is something to be seen for. */
  retry(): void
}
