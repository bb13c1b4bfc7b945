import { EdgeError } from '../platform/request.ts'

/** Whether the edge says that it has happened already, as after a lost answer or on another tab. */
export function isAlreadySo(cause: unknown): boolean {
  return cause instanceof EdgeError && cause.code === 'wrong-state'
}
