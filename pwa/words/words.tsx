import { createContext, createEffect, createSignal, type ParentProps, useContext } from 'solid-js'
import type { Language } from '../../edge/domain/invite.ts'
import type { attachments } from './en/attachments.ts'
import type { call } from './en/call.ts'
import type { callDevices } from './en/call-devices.ts'
import type { callTools } from './en/call-tools.ts'
import type { conversation } from './en/conversation.ts'
import type { customer } from './en/customer.ts'
import type { customerChecks } from './en/customer-checks.ts'
import type { customerEnd } from './en/customer-end.ts'
import type { customerHelp } from './en/customer-help.ts'
import type { installed } from './en/installed.ts'
import type { offline } from './en/offline.ts'
import type { operator } from './en/operator.ts'
import type { quality } from './en/quality.ts'
import type { shared } from './en/shared.ts'
import type { sharedLater } from './en/shared-later.ts'
import type { statistics } from './en/statistics.ts'
import type { teamEvents } from './en/team-events.ts'

// Types alone come from the dictionaries: each entry brings those that it shows.
type Key = keyof (typeof shared &
  typeof operator &
  typeof offline &
  typeof customer &
  typeof customerChecks &
  typeof customerEnd &
  typeof customerHelp &
  typeof conversation &
  typeof call &
  typeof attachments &
  typeof callTools &
  typeof callDevices &
  typeof quality &
  typeof sharedLater &
  typeof statistics &
  typeof installed &
  typeof teamEvents)
type Stem<K> = K extends `${infer S}.other` ? S : never

/** A key of the English dictionaries, or the stem of a pair `stem.one` and `stem.other` that a `count` decides. */
export type WordKey = Key | Stem<Key>

export type Dictionary = Readonly<Record<string, string>>
export type Values = Record<string, string | number>

export interface Words {
  t(key: WordKey, values?: Values): string
  language(): Language
  /** Loads the other dictionary first, so that no screen is ever half in one language. */
  setLanguage(language: Language): Promise<void>
}

export interface WordsSource {
  language: Language
  dictionary: Dictionary
  load(language: Language): Promise<Dictionary>
}

const WordsContext = createContext<Words>()

/** Gives words to everything inside, and the document its language. */
export function WordsProvider(props: ParentProps<{ source: WordsSource }>) {
  const words = createWords(props.source)
  createEffect(() => {
    document.documentElement.lang = words.language()
  })
  return <WordsContext.Provider value={words}>{props.children}</WordsContext.Provider>
}

export function useWords(): Words {
  const words = useContext(WordsContext)
  if (!words) throw new Error('useWords() stands outside of a WordsProvider')
  return words
}

function createWords(source: WordsSource): Words {
  const [current, setCurrent] = createSignal({ language: source.language, dictionary: source.dictionary })
  return {
    t: (key, values) => phrase(current().dictionary, key, values),
    language: () => current().language,
    async setLanguage(language) {
      if (language === current().language) return
      setCurrent({ language, dictionary: await source.load(language) })
    },
  }
}

/** The phrase of a key. A missing one is answered by its key: a strange word is better than a blank button. */
export function phrase(dictionary: Dictionary, key: string, values: Values = {}): string {
  const text = dictionary[key] ?? pluralPhrase(dictionary, key, values) ?? key
  return text.replace(/\{\{(\w+)\}\}/g, (gap, name: string) => String(values[name] ?? gap))
}

// English and Turkish both know one and many. The browser's own rules know more, and take longer to come up than a row.
function pluralPhrase(dictionary: Dictionary, key: string, { count }: Values) {
  return dictionary[`${key}.${count === 1 ? 'one' : 'other'}`]
}

/** The language of the device, as far as we speak it. */
export function deviceLanguage(): Language {
  const known = navigator.languages.map((tag) => tag.slice(0, 2).toLowerCase())
  return known.find((language) => language === 'en' || language === 'tr') === 'tr' ? 'tr' : 'en'
}
