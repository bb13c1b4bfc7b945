import * as assert from 'uvu/assert'
import { openHouse } from './open-house.ts'
import type { People } from './people.ts'
import { type Outing, setOut } from './walk.ts'

// What uvu's `test` is to a story.
interface Tests {
  (name: string, act: () => Promise<void>): void
  after(act: () => Promise<void>): void
}

/**
 * One walk told in tests: each begins where the one before ended, with the same people in the same browsers.
 * After one that failed the others say so at once, instead of waiting in vain for what cannot be there.
 */
export function tellStory(
  test: Tests,
  open = openHouse,
): (chapter: string, steps: (people: People) => Promise<void>) => void {
  let outing: Promise<Outing> | undefined
  let broken: string | undefined

  test.after(async () => (await outing)?.end())

  return (chapter, steps) =>
    test(chapter, async () => {
      if (broken) throw new Error(`the walk ended before this: ${broken}`)
      broken = chapter
      outing ??= setOut(open)
      const { people, witness } = await outing
      try {
        await steps(people)
        assert.equal(witness.faults, [], 'no page broke on the way')
      } catch (error) {
        console.error(`\n  what the pages showed and said: ${await witness.keep()}`)
        throw error
      }
      broken = undefined
    })
}
