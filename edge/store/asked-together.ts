import { nextTurn } from './pause.ts'

/** Many who ask the same kind of thing in one turn of the loop are one question to the database. */
export function askedTogether<Answer>(
  ask: (keys: readonly string[]) => Promise<ReadonlyMap<string, Answer>>,
): (key: string) => Promise<Answer | undefined> {
  let next: { keys: Set<string>; answers: Promise<ReadonlyMap<string, Answer>> } | null = null

  function begin() {
    const keys = new Set<string>()
    const answers = nextTurn().then(() => {
      next = null
      return ask([...keys])
    })
    return { keys, answers }
  }

  return async (key) => {
    next ??= begin()
    next.keys.add(key)
    return (await next.answers).get(key)
  }
}
