import { For, Show } from 'solid-js'
import { useWords } from '../../words/words.tsx'
import { UploadRow } from './upload-row.tsx'
import type { Uploads } from './uploads.ts'

export interface UploadTrayProps {
  uploads: Uploads
}

/** Above the composer: every file that is still on its way, and what stops it. */
export function UploadTray(props: UploadTrayProps) {
  const words = useWords()
  return (
    <Show when={props.uploads.list().length > 0}>
      {/* Names that are cut off must not make the page as wide as they are. */}
      <div class="appear max-h-[min(12rem,45%)] shrink-0 overflow-y-auto overscroll-contain border-t border-line bg-raised [contain:inline-size]">
        <ul aria-label={words.t('attachments.tray')} class="mx-auto w-full max-w-3xl px-2 py-1">
          <For each={props.uploads.list()}>
            {(upload) => (
              <UploadRow
                upload={upload}
                onCancel={() => props.uploads.cancel(upload.id)}
                onRetry={() => props.uploads.retry(upload.id)}
              />
            )}
          </For>
        </ul>
      </div>
    </Show>
  )
}
