/** What this device remembered under a name, or `null`. Storage that is full, blocked or edited counts as empty. */
export function readKept<T>(name: string): T | null {
  try {
    return JSON.parse(localStorage.getItem(name) ?? 'null') as T | null
  } catch {
    return null
  }
}

export function keep(name: string, value: unknown): void {
  try {
    localStorage.setItem(name, JSON.stringify(value))
  } catch {
    // Private windows may refuse: the preference then lasts as long as the page.
  }
}
