import type { Language } from '../../edge/domain/invite.ts'
import { conversation } from '../words/en/conversation.ts'
import { customer } from '../words/en/customer.ts'
import { shared } from '../words/en/shared.ts'
import { type Dictionary, deviceLanguage, type WordsSource } from '../words/words.tsx'

const english: Record<string, string> = { ...shared, ...conversation, ...customer }
let spoken: Language = 'en'
const asked = new Set<() => Promise<Record<string, string>>>()

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

/** The call's words in the language that is spoken, unless the call brings them along. */
export const callWords = () => ask(turkishCall)

/** The words of everything else that comes later. */
export const laterWords = () => ask(turkishLater)

const turkishCall = () => import('./turkish-call-words.ts').then((words) => words.turkishCall)
const turkishLater = () => import('./turkish-later-words.ts').then((words) => words.turkishLater)

async function ask(words: () => Promise<Record<string, string>>): Promise<void> {
  asked.add(words)
  if (spoken === 'tr') await learnTurkish()
}

async function learnTurkish(): Promise<void> {
  const [{ turkish }, ...more] = await Promise.all([
    import('./turkish-words.ts'),
    ...[...asked].map((words) => words()),
  ])
  Object.assign(turkish, ...more)
}

async function load(language: Language): Promise<Dictionary> {
  const dictionary = language === 'en' ? english : (await import('./turkish-words.ts')).turkish
  spoken = language
  if (language === 'tr') await learnTurkish()
  return dictionary
}
