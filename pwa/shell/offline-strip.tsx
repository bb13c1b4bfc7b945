import CloudOff from 'lucide-solid/icons/cloud-off'
import { Show } from 'solid-js'

/** A quiet line on top while nothing is reached. The live region stays, so that its words are heard. */
export function OfflineStrip(props: { shown: boolean; text: string }) {
  return (
    <div role="status">
      <Show when={props.shown}>
        <p class="appear-late flex items-center justify-center gap-2 bg-warning-soft px-4 py-1.5 text-xs text-warning">
          <CloudOff class="size-3.5 shrink-0" />
          {props.text}
        </p>
      </Show>
    </div>
  )
}
