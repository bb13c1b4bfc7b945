import { type Accessor, createSignal } from 'solid-js'

/** What stands in the field survives a reload, and leaving for another conversation. */
export function createDraft(name: string | undefined): [Accessor<string>, (text: string) => void] {
  const key = `draft ${name}`
  const [text, setText] = createSignal(name ? read(key) : '')
  return [
    text,
    (next) => {
      setText(next)
      if (name) write(key, next)
    },
  ]
}

// A browser that forbids storage costs the draft on a reload, and nothing else.
function read(key: string): string {
  try {
    return sessionStorage.getItem(key) ?? ''
  } catch {
    return ''
  }
}

function write(key: string, text: string) {
  try {
    if (text) sessionStorage.setItem(key, text)
    else sessionStorage.removeItem(key)
  } catch {}
}
