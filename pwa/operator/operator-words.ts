import type { Language } from '../../edge/domain/invite.ts'
import '../conversation/team-lines.ts'
import { keep, readKept } from '../platform/kept.ts'
import { attachments } from '../words/en/attachments.ts'
import { call } from '../words/en/call.ts'
import { callDevices } from '../words/en/call-devices.ts'
import { callTools } from '../words/en/call-tools.ts'
import { conversation } from '../words/en/conversation.ts'
import { installed } from '../words/en/installed.ts'
import { offline } from '../words/en/offline.ts'
import { operator } from '../words/en/operator.ts'
import { quality } from '../words/en/quality.ts'
import { shared } from '../words/en/shared.ts'
import { sharedLater } from '../words/en/shared-later.ts'
import { statistics } from '../words/en/statistics.ts'
import { teamEvents } from '../words/en/team-events.ts'
import { type Dictionary, deviceLanguage, type WordsSource } from '../words/words.tsx'

const english: Dictionary = {
  ...shared,
  ...operator,
  ...offline,
  ...conversation,
  ...call,
  ...callDevices,
  ...callTools,
  ...quality,
  ...sharedLater,
  ...statistics,
  ...installed,
  ...teamEvents,
  ...attachments,
}
const name = 'visavis.language'

/** The operator's language: chosen on this device, else the device's own. English is aboard, Turkish comes when asked. */
export async function operatorWords(): Promise<WordsSource> {
  const kept = readKept<Language>(name)
  const language = kept === 'en' || kept === 'tr' ? kept : deviceLanguage()
  return { language, dictionary: await loadWords(language), load: loadWords }
}

export function keepLanguage(language: Language): void {
  keep(name, language)
}

async function loadWords(language: Language): Promise<Dictionary> {
  if (language === 'en') return english
  return (await import('./turkish-words.ts')).turkish
}
