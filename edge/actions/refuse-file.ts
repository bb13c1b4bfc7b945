import type { FileProblem } from '../domain/attachment.ts'
import { Refusal, type RefusalCode } from '../domain/refusal.ts'

const sentences: Record<FileProblem, [RefusalCode, string]> = {
  empty: ['invalid-input', 'This file is empty.'],
  'too-large': ['too-large', 'A file has 200 MB at most.'],
  'picture-too-large': ['too-large', 'This picture has more pixels than can be shown.'],
  heic: [
    'wrong-kind',
    'This photo is in Apple’s HEIC format, which most devices cannot show. Send it as JPEG.',
  ],
  damaged: ['wrong-kind', 'This picture is damaged and cannot be shown.'],
  'wrong-kind': ['wrong-kind', 'Files of this kind cannot be sent.'],
}

/** `details.problem` says why, so that the screen can say it in its own language. */
export function fileRefusal(problem: FileProblem): Refusal {
  const [code, message] = sentences[problem]
  return new Refusal(code, message, { problem })
}
