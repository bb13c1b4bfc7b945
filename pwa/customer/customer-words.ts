import type { Language } from '../../edge/domain/invite.ts'
import { conversation } from '../words/en/conversation.ts'
import { customer } from '../words/en/customer.ts'
import { shared } from '../words/en/shared.ts'
import { type Dictionary, deviceLanguage, type WordsSource } from '../words/words.tsx'

const english: Record<string, string> = { ...shared, ...conversation, ...customer }
let spoken: Language = 'en'
let isLater = false

/** What is fetched later brings its own English words along, before it shows any of them. */
export function learnWords(words: Dictionary): void {
  Object.assign(english, words)
}

/** The device's language until the visit says the invite's. English is aboard; Turkish comes when needed. */
export async function customerWords(): Promise<WordsSource> {
  const language = deviceLanguage()
  const dictionary = await load(language).catch(() => null)
  return dictionary ? { language, dictionary, load } : { language: 'en', dictionary: english, load }
}

/** The words of what comes later, in the language that is spoken, unless it brings them along. */
export async function laterWords(): Promise<void> {
  isLater = true
  if (spoken === 'en') return
  const [{ turkish }, { turkishLater }] = await Promise.all([
    import('./turkish-words.ts'),
    import('./turkish-later-words.ts'),
  ])
  Object.assign(turkish, turkishLater)
}

async function load(language: Language): Promise<Dictionary> {
  const dictionary = language === 'en' ? english : (await import('./turkish-words.ts')).turkish
  spoken = language
  if (isLater) await laterWords()
  return dictionary
}
