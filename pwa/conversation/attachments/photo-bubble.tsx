import { createSignal, Show } from 'solid-js'
import { useWords } from '../../words/words.tsx'
import { type AttachmentBubbleProps, addressOf } from './attachment-bubble.tsx'
import { DocumentBubble } from './document-bubble.tsx'
import { shownSize } from './shown-size.ts'

/** A photo, which opens large. One that this browser cannot show is still a file to be saved. */
export function PhotoBubble(props: AttachmentBubbleProps) {
  const words = useWords()
  const [isBroken, setBroken] = createSignal(false)
  const [isOpening, setOpening] = createSignal(false)
  const address = () => addressOf(props.place, props.entry)
  const size = () => shownSize(props.entry.file)

  async function open() {
    setOpening(true)
    const lightbox = await import('./lightbox.ts').catch(() => null)
    setOpening(false)
    // Without the code, the browser itself shows the photo.
    if (!lightbox) return void window.open(address(), '_blank', 'noopener')
    lightbox.openLightbox(props.photos.indexOf(props.entry), props.photos, props.place, words)
  }

  return (
    <Show when={!isBroken()} fallback={<DocumentBubble entry={props.entry} address={address()} />}>
      <button
        type="button"
        aria-label={words.t('attachments.photo', { name: props.entry.file.name })}
        aria-busy={isOpening()}
        class="block overflow-hidden rounded-card border border-line bg-sunken"
        onClick={() => void open()}
      >
        <img
          src={props.kept ?? address()}
          alt=""
          width={size().width}
          height={size().height}
          loading="lazy"
          decoding="async"
          class="block max-w-full object-cover"
          onError={() => setBroken(true)}
        />
      </button>
    </Show>
  )
}
