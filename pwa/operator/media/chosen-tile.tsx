import FilmIcon from 'lucide-solid/icons/film'
import ImageIcon from 'lucide-solid/icons/image'
import X from 'lucide-solid/icons/x'
import { createResource, onCleanup, Show } from 'solid-js'
import { onStage } from '../../call/on-stage.ts'
import { thumbnailOf } from '../../conversation/attachments/as-jpeg.ts'
import { formatFileSize } from '../../conversation/attachments/file-size.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { useWords } from '../../words/words.tsx'
import type { ChosenFile } from './chosen.ts'

/** A file that was picked: what it shows, its name, and a way to think better of it. */
export function ChosenTile(props: { item: ChosenFile; onRemove(): void }) {
  const { t, language } = useWords()
  const name = () => props.item.file.name
  return (
    <li class="relative min-w-0">
      <div class="relative flex aspect-square items-center justify-center overflow-hidden rounded-control border border-line bg-sunken text-muted">
        <Show when={props.item.compartment === 'photos'} fallback={<VideoPreview file={props.item.file} />}>
          <PhotoPreview file={props.item.file} />
        </Show>
      </div>
      <IconButton
        class="absolute end-1 top-1"
        look={onStage}
        size="small"
        icon={X}
        label={t('media.remove', { name: name() })}
        onClick={() => props.onRemove()}
      />
      <p class="mt-1 truncate text-xs" dir="auto">
        {name()}
      </p>
      <p class="text-xs text-muted tabular-nums">{formatFileSize(props.item.file.size, language())}</p>
    </li>
  )
}

/** Small, because fifty large ones would fill the memory; none where the browser cannot read the format. */
function PhotoPreview(props: { file: File }) {
  let address: string | undefined
  const [small] = createResource(
    () => props.file,
    async (file) => {
      const blob = await inTurn(() => thumbnailOf(file))
      address = blob ? URL.createObjectURL(blob) : undefined
      return address
    },
  )
  onCleanup(() => address && URL.revokeObjectURL(address))
  return (
    <Show when={small.state === 'ready' && small()} fallback={<ImageIcon class="size-6" />}>
      {(source) => <img src={source()} alt="" class="size-full object-cover" />}
    </Show>
  )
}

function VideoPreview(props: { file: File }) {
  const address = URL.createObjectURL(props.file)
  onCleanup(() => URL.revokeObjectURL(address))
  // Safari shows no frame until it is told where in the film.
  return (
    <>
      {/* What is seen of a film that the browser cannot play. */}
      <FilmIcon class="absolute size-6" />
      <video
        src={`${address}#t=0.1`}
        muted
        playsinline
        preload="metadata"
        class="relative size-full object-cover"
      />
    </>
  )
}

let last: Promise<unknown> = Promise.resolve()

function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const turn = last.then(work)
  last = turn.catch(() => {})
  return turn
}
