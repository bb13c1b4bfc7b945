import { createMemo, type JSX, Show } from 'solid-js'
import type { Side } from '../../edge/domain/tickets.ts'
import { shownPart } from '../ui/shown-part.ts'
import { useWords } from '../words/words.tsx'
import { AddFiles } from './attachments/add-files.tsx'
import { type ConversationFiles, FilesContext } from './attachments/conversation-files.ts'
import { takesFiles } from './attachments/takes-files.ts'
import { Composer } from './composer.tsx'
import type { AttachmentEntry, Entry } from './entry.ts'
import type { PendingMessage } from './kept-messages.ts'
import { MessageList } from './message-list.tsx'
import type { Sender } from './outbox.ts'
import type { Timeline } from './timeline.ts'
import { TypingLine } from './typing-line.tsx'
import { withPending } from './with-pending.ts'

export interface ConversationViewProps {
  /** Whose screen this is. */
  side: Side
  timeline: Timeline
  /** Absent where nothing can be written: an archived conversation, or one that is over. */
  sender?: Sender | undefined
  /** What is on its way, also where nothing more can be written; without it, the sender's. */
  pending?: readonly PendingMessage[] | undefined
  onTyping?: () => void
  /** Whether the other side is typing, and what it is called. */
  typing?: boolean
  otherName?: string | undefined
  /** Absent where files are neither sent nor shown. */
  files?: ConversationFiles | undefined
  pictures?: Readonly<Record<string, string>> | undefined
  header?: JSX.Element
  /** Further buttons of the composer, such as the plus. */
  tools?: JSX.Element
  /** Stands where the composer would, when there is no sender. */
  footer?: JSX.Element
  draftName?: string | undefined
  onEarlier?: (() => void) | undefined
  loadingEarlier?: boolean | undefined
}

/** The conversation in writing: header, log, composer. */
export function ConversationView(props: ConversationViewProps) {
  const words = useWords()
  const entries = createMemo(() =>
    withPending(props.timeline.entries, props.pending ?? props.sender?.pending() ?? [], props.side),
  )
  const other = () =>
    props.otherName || words.t(props.side === 'operator' ? 'conversation.customer' : 'conversation.operator')
  const photos = createMemo(() => props.timeline.entries.filter(isPhoto))
  const around = () => props.files && { files: props.files, photos, pictures: props.pictures ?? {} }
  return (
    <section
      ref={(element) => takesFiles(element, (files) => props.sender && props.files?.add(files))}
      aria-label={words.t('conversation.region')}
      class="flex h-full min-h-0 min-w-0 flex-1 flex-col [font-variant-emoji:unicode]"
    >
      {props.header}
      <FilesContext.Provider value={around()}>
        <MessageList
          entries={entries()}
          side={props.side}
          otherName={other()}
          onRetry={props.sender?.retry}
          onEarlier={props.onEarlier}
          loadingEarlier={props.loadingEarlier}
        />
      </FilesContext.Provider>
      <Show when={props.sender} fallback={props.footer}>
        {(sender) => (
          <>
            <TypingLine name={other()} typing={props.typing ?? false} />
            <Show when={props.files?.uploads()}>
              {(uploads) => shownPart(() => props.files?.parts.Tray, { uploads: uploads() })}
            </Show>
            <Composer
              onSend={(text) => sender().send(text)}
              onTyping={() => props.onTyping?.()}
              tools={
                <>
                  <Show when={props.files}>{(files) => <AddFiles files={files()} />}</Show>
                  {props.tools}
                </>
              }
              draftName={props.draftName}
            />
          </>
        )}
      </Show>
    </section>
  )
}

function isPhoto(entry: Entry): entry is AttachmentEntry {
  return entry.kind === 'attachment' && entry.file.kind === 'photo'
}
