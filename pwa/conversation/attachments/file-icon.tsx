import File from 'lucide-solid/icons/file'
import FileText from 'lucide-solid/icons/file-text'
import Film from 'lucide-solid/icons/film'
import ImageIcon from 'lucide-solid/icons/image'
import { Dynamic } from 'solid-js/web'
import type { AttachmentKind } from '../../../edge/domain/attachment.ts'

const icons = { photo: ImageIcon, video: Film, document: FileText }

export function FileIcon(props: { kind: AttachmentKind | null; class?: string }) {
  return <Dynamic component={props.kind ? icons[props.kind] : File} class={props.class ?? ''} />
}
