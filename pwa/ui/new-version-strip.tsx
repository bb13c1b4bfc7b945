import { type Component, Show } from 'solid-js'
import { newVersion } from '../platform/new-version.ts'

/** A quiet line with the one thing to do. The live region stays, so that its words are heard. */
export function NewVersionStrip(props: { notice: Component }) {
  return (
    <div role="status">
      <Show when={newVersion() !== 'none'}>
        <props.notice />
      </Show>
    </div>
  )
}
