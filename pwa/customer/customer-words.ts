import type { Language } from '../../edge/domain/invite.ts'
import { conversation } from '../words/en/conversation.ts'
import { customer } from '../words/en/customer.ts'
import { shared } from '../words/en/shared.ts'
import { type Dictionary, deviceLanguage, type WordsSource } from '../words/words.tsx'

const english: Record<string, string> = { ...shared, ...conversation, ...customer }

/** What is fetched later brings its own words along, before it shows any of them. */
export function learnWords(words: Dictionary): void {
  Object.assign(english, words)
}

/** The device's language until the visit says the invite's. English is aboard; Turkish comes when needed. */
export async function customerWords(): Promise<WordsSource> {
  const language = deviceLanguage()
  const dictionary = await load(language).catch(() => null)
  return dictionary ? { language, dictionary, load } : { language: 'en', dictionary: english, load }
}

async function load(language: Language): Promise<Dictionary> {
  return language === 'en' ? english : (await import('./turkish-words.ts')).turkish
}
