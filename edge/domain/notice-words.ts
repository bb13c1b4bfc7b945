// What notifications say. They are written by the edge, since a worker may be months older than the words.

import type { Language } from './invite.ts'

export interface NoticeWords {
  title: string
  body: string
}

type Worded = 'job' | 'message' | 'test'

const nameless: Record<Language, Record<Worded, NoticeWords>> = {
  en: {
    job: { title: 'New job appointment', body: 'A customer is waiting for you.' },
    message: { title: 'New message', body: 'A customer wrote to you.' },
    test: { title: 'Notifications work', body: 'New jobs reach this device, even when Visavis is closed.' },
  },
  tr: {
    job: { title: 'Yeni iş randevusu', body: 'Bir müşteri sizi bekliyor.' },
    message: { title: 'Yeni mesaj', body: 'Bir müşteri size yazdı.' },
    test: { title: 'Bildirimler çalışıyor', body: 'Visavis kapalıyken de yeni işler bu cihaza ulaşır.' },
  },
}

const named: Record<Language, Record<Exclude<Worded, 'test'>, (name: string) => string>> = {
  en: {
    job: (name) => `${name} is waiting for you.`,
    message: (name) => `${name} wrote to you.`,
  },
  tr: {
    job: (name) => `${name} sizi bekliyor.`,
    message: (name) => `${name} size yazdı.`,
  },
}

/** `firstName` is empty where none may be said. */
export function noticeWords(kind: Worded, language: Language, firstName: string): NoticeWords {
  const words = nameless[language][kind]
  return kind === 'test' || firstName === '' ? words : { ...words, body: named[language][kind](firstName) }
}
