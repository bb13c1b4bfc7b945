const keyOf = (conversationId: string) => `hint ${conversationId}`

/** Up to which event the hints were waved away; a reload does not bring them back. */
export function hintsSeen(conversationId: string): number {
  try {
    return Number(sessionStorage.getItem(keyOf(conversationId)))
  } catch {
    return 0
  }
}

export function keepHintsSeen(conversationId: string, seq: number): void {
  try {
    sessionStorage.setItem(keyOf(conversationId), String(seq))
  } catch {
    // It then stays away for as long as the page does.
  }
}
