import { Match, Switch } from 'solid-js'
import type { AttachmentEntry } from '../entry.ts'
import { DocumentBubble } from './document-bubble.tsx'
import { PhotoBubble } from './photo-bubble.tsx'
import { VideoBubble } from './video-bubble.tsx'

export interface AttachmentBubbleProps {
  entry: AttachmentEntry
  /** The conversation's photos, in order: the lightbox goes through them. */
  photos: readonly AttachmentEntry[]
  place: string
  /** The address of a small picture on this device. */
  kept?: string | undefined
}

/** A file in the log, as what it is. */
export function AttachmentBubble(props: AttachmentBubbleProps) {
  const address = () => addressOf(props.place, props.entry)
  return (
    <Switch fallback={<DocumentBubble entry={props.entry} address={address()} />}>
      <Match when={props.entry.file.kind === 'photo'}>
        <PhotoBubble entry={props.entry} photos={props.photos} place={props.place} kept={props.kept} />
      </Match>
      <Match when={props.entry.file.kind === 'video'}>
        <VideoBubble entry={props.entry} address={address()} />
      </Match>
    </Switch>
  )
}

export function addressOf(place: string, { file }: AttachmentEntry): string {
  return `${place}/attachments/${file.attachmentId}`
}
