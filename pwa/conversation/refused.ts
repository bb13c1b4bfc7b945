import { type Component, createContext } from 'solid-js'

/** What stands below a message that the edge refused: why, and what can be done with its words. Without it, Retry. */
export const RefusedContext = createContext<Component<{ messageId: string }>>()
