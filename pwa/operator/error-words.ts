import { EdgeError } from '../platform/request.ts'
import type { WordKey } from '../words/words.tsx'

const byCode: Partial<Record<string, WordKey>> = {
  offline: 'common.unreachable',
  'not-found': 'error.not-found',
  'not-allowed': 'error.not-allowed',
  'wrong-state': 'error.wrong-state',
  'already-taken': 'error.already-taken',
  'too-many': 'error.too-many',
  'invalid-input': 'error.invalid-input',
}

/** What an error is called on a screen. The edge's own sentences are English, so they stay in the log. */
export function errorKey(error: unknown): WordKey {
  return (error instanceof EdgeError && byCode[error.code]) || 'common.fault'
}

/** The field that a 422 is about, if the edge named one. */
export function faultyField(error: unknown): string | null {
  return error instanceof EdgeError && error.code === 'invalid-input' ? (error.details.field ?? null) : null
}
