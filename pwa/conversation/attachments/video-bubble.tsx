import { createSignal, Show } from 'solid-js'
import type { AttachmentEntry } from '../entry.ts'
import { DocumentBubble } from './document-bubble.tsx'
import { shownSize } from './shown-size.ts'

/** A film with the browser's own controls; ranges let it be searched without being fetched. */
export function VideoBubble(props: { entry: AttachmentEntry; address: string }) {
  const [isBroken, setBroken] = createSignal(false)
  const size = () => shownSize(props.entry.file)
  return (
    <Show when={!isBroken()} fallback={<DocumentBubble entry={props.entry} address={props.address} />}>
      {/* biome-ignore lint/a11y/useMediaCaption: nobody has captioned what a customer films */}
      <video
        src={props.address}
        aria-label={props.entry.file.name}
        controls
        playsinline
        preload="metadata"
        width={size().width}
        height={size().height}
        class="block max-w-full rounded-card border border-line bg-stage"
        onError={() => setBroken(true)}
      />
    </Show>
  )
}
