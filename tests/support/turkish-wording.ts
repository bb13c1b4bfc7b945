import { readdir } from 'node:fs/promises'
import type { Wording } from './reword.ts'

type Words = Record<string, string>

/** What stands on an English page, said in Turkish by the two dictionaries. */
export async function turkishWording(): Promise<Wording> {
  const english = Object.entries(await dictionary('en'))
  const turkish = await dictionary('tr')
  const exact = new Map(english.map(([key, text]) => [text, turkish[key] ?? text]))
  const filled = english
    .filter(([, text]) => text.includes('{{') && text.replace(place, '').trim().length > 2)
    .map(([key, text]) => ({ pattern: patternOf(text), names: namesIn(text), turkish: turkish[key] ?? text }))
  const say = (text: string): string => {
    const known = exact.get(text.trim())
    if (known) return known
    for (const { pattern, names, turkish } of filled) {
      const found = pattern.exec(text.trim())
      if (found) return turkish.replace(place, (_, name) => say(found[names.indexOf(name) + 1] ?? ''))
    }
    return text
  }
  return { language: 'tr', direction: 'ltr', say }
}

const place = /\{\{(\w+)\}\}/g

const namesIn = (text: string) => [...text.matchAll(place)].map(([, name]) => name)

function patternOf(text: string): RegExp {
  const parts = text.split(/\{\{\w+\}\}/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  return new RegExp(`^${parts.join('(.+?)')}$`, 's')
}

async function dictionary(language: 'en' | 'tr'): Promise<Words> {
  const folder = new URL(`../../pwa/words/${language}/`, import.meta.url)
  const files = (await readdir(folder)).sort()
  const modules = await Promise.all(files.map((file) => import(new URL(file, folder).href)))
  return Object.assign({}, ...modules.flatMap((module) => Object.values(module as Record<string, Words>)))
}
