import type { WordKey } from '../words/words.tsx'

export interface EmojiGroup {
  name: WordKey
  emojis: readonly string[]
}

/** The few that a service conversation needs; each is a single symbol on every phone of the last ten years. */
export const emojiGroups: readonly EmojiGroup[] = [
  {
    name: 'emoji.faces',
    emojis: ['😀', '😄', '😂', '😊', '🙂', '😉', '😍', '😎', '🤔', '😮', '😕', '😢', '😭', '😡', '😴', '🤒'],
  },
  {
    name: 'emoji.hands',
    emojis: ['👍', '👎', '👌', '👏', '🙏', '👋', '🤝', '💪', '👀', '👇', '👉', '✌️'],
  },
  {
    name: 'emoji.things',
    emojis: ['❤️', '💙', '💔', '🎉', '🔥', '⭐', '✅', '❌', '❓', '❗', '📷', '📎'],
  },
]
