import File from 'lucide-solid/icons/file'
import FileText from 'lucide-solid/icons/file-text'
import Film from 'lucide-solid/icons/film'
import ImageIcon from 'lucide-solid/icons/image'
import type { AttachmentKind } from '../../../edge/domain/attachment.ts'
import { shownPart } from '../../ui/shown-part.ts'

const icons = { photo: ImageIcon, video: Film, document: FileText }

export function FileIcon(props: { kind: AttachmentKind | null; class?: string }) {
  return shownPart(() => (props.kind ? icons[props.kind] : File), props)
}
