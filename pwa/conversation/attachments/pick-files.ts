import { mediaTypes } from '../../../edge/domain/attachment.ts'

export type Choice = 'camera' | 'media' | 'photos' | 'videos' | 'documents'

const endings = Object.values<{ kind: string; endings: readonly string[] }>(mediaTypes)
  .filter(({ kind }) => kind === 'document')
  .flatMap((facts) => facts.endings.map((ending) => `.${ending}`))

const accepted: Record<Choice, string> = {
  camera: 'image/*',
  photos: 'image/*',
  videos: 'video/*',
  media: 'image/*,video/*',
  documents: endings.join(','),
}

/** The system's own chooser; nothing when it is closed without a choice. To be called from a click. */
export function pickFiles(choice: Choice): Promise<File[]> {
  const input = document.createElement('input')
  input.type = 'file'
  input.accept = accepted[choice]
  input.multiple = choice !== 'camera'
  if (choice === 'camera') input.setAttribute('capture', 'environment')
  input.hidden = true
  // Safari forgets an input that is in no page.
  document.body.append(input)
  return new Promise<File[]>((resolve) => {
    input.addEventListener('change', () => resolve([...(input.files ?? [])]))
    input.addEventListener('cancel', () => resolve([]))
    input.click()
  }).finally(() => input.remove())
}
