import { type Component, createContext } from 'solid-js'
import type { CallId } from '../../edge/domain/ids.ts'

/** What stands under the end of a call, for those who may know more of it. Nothing for everybody else. */
export const CallDetailsContext = createContext<Component<{ callId: CallId }>>()
