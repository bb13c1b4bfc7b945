import Download from 'lucide-solid/icons/download'
import { useWords } from '../../words/words.tsx'
import type { AttachmentEntry } from '../entry.ts'
import { FileIcon } from './file-icon.tsx'
import { formatFileSize } from './file-size.ts'

/** A file to be saved: its icon, its name, its size. */
export function DocumentBubble(props: { entry: AttachmentEntry; address: string }) {
  const words = useWords()
  const file = () => props.entry.file
  return (
    <a
      href={props.address}
      download={file().name}
      class="relative flex w-70 max-w-full items-center gap-3 rounded-card border border-line bg-raised p-2.5 text-ink no-underline hover:bg-sunken"
    >
      <span class="flex size-10 shrink-0 items-center justify-center rounded-control bg-accent-soft text-accent">
        <FileIcon kind={file().kind} class="size-5" />
      </span>
      <span class="sr-only">{words.t('attachments.download')}</span>
      <span class="min-w-0 flex-1">
        <span class="block truncate text-sm font-medium" dir="auto">
          {file().name}
        </span>
        <span class="block text-xs text-muted tabular-nums">
          {formatFileSize(file().size, words.language())}
        </span>
      </span>
      <Download class="size-4 shrink-0 text-muted" />
    </a>
  )
}
