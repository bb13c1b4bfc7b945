import RotateCw from 'lucide-solid/icons/rotate-cw'
import X from 'lucide-solid/icons/x'
import { Show } from 'solid-js'
import { IconButton } from '../../ui/icon-button.tsx'
import { useWords } from '../../words/words.tsx'
import { FileIcon } from './file-icon.tsx'
import { formatFileSize } from './file-size.ts'
import type { Upload } from './uploads.ts'

interface UploadRowProps {
  upload: Upload
  onCancel(): void
  onRetry(): void
}

/** A file on its way: what it is, how far it got, and what can be done about it. */
export function UploadRow(props: UploadRowProps) {
  const words = useWords()
  const state = () => props.upload.state()
  const problem = () => {
    const now = state()
    return now.at === 'refused' ? now.problem : null
  }
  const size = () => formatFileSize(props.upload.size(), words.language())
  const share = () => props.upload.sent() / Math.max(1, props.upload.size())
  const name = () => props.upload.name()

  return (
    <li class="flex items-center gap-3 py-1.5 ps-1" data-upload={state().at}>
      <Preview upload={props.upload} />
      <div class="min-w-0 flex-1">
        <p class="flex items-baseline gap-2 text-sm">
          <span class="truncate" dir="auto">
            {name()}
          </span>
          <span class="shrink-0 text-xs text-muted tabular-nums">{size()}</span>
        </p>
        <Show
          when={problem()}
          fallback={<Progress label={words.t('attachments.progress', { name: name() })} share={share()} />}
        >
          {(why) => (
            <p role="alert" class="text-xs text-danger text-pretty">
              {words.t(`attachments.problem.${why()}`)}
            </p>
          )}
        </Show>
        <Show when={state().at === 'paused'}>
          <p role="status" class="text-xs text-muted">
            {words.t('attachments.paused')}
          </p>
        </Show>
      </div>
      <Show when={state().at === 'paused'}>
        <IconButton
          size="small"
          label={words.t('attachments.retry', { name: name() })}
          icon={RotateCw}
          onClick={() => props.onRetry()}
        />
      </Show>
      <Show when={state().at !== 'sent'}>
        <IconButton
          size="small"
          label={words.t(problem() ? 'attachments.dismiss' : 'attachments.cancel', { name: name() })}
          icon={X}
          onClick={() => props.onCancel()}
        />
      </Show>
    </li>
  )
}

function Preview(props: { upload: Upload }) {
  return (
    <span class="flex size-10 shrink-0 items-center justify-center overflow-hidden rounded-control bg-sunken text-muted">
      <Show when={props.upload.thumbnail()} fallback={<FileIcon kind={props.upload.kind()} class="size-5" />}>
        {(address) => <img src={address()} alt="" class="size-full object-cover" />}
      </Show>
    </span>
  )
}

function Progress(props: { label: string; share: number }) {
  const percent = () => Math.round(props.share * 100)
  return (
    <div
      role="progressbar"
      aria-label={props.label}
      aria-valuemin="0"
      aria-valuemax="100"
      aria-valuenow={percent()}
      class="mt-1 h-1.5 overflow-hidden rounded-full bg-sunken"
    >
      <div class="h-full rounded-full bg-accent-fill transition-[width]" style={{ width: `${percent()}%` }} />
    </div>
  )
}
