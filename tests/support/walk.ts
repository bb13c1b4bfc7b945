import * as assert from 'uvu/assert'
import { type OpenHouse, openHouse } from './open-house.ts'
import { invitePeople, type People } from './people.ts'
import { createWitness } from './witness.ts'

/**
 * A test's body with a house and people of its own. When it fails, what every page showed and said is kept.
 * A walk that gets where it wanted still fails if a page broke on the way.
 */
export function walk(steps: (people: People) => Promise<void>): () => Promise<void> {
  return walkIn(openHouse, steps)
}

export function walkIn<House extends OpenHouse>(
  open: () => Promise<House>,
  steps: (people: People, house: House) => Promise<void>,
): () => Promise<void> {
  return async () => {
    const house = await open()
    const witness = createWitness()
    const people = await invitePeople(house, witness)
    try {
      await steps(people, house)
      assert.equal(witness.faults, [], 'no page broke on the way')
    } catch (error) {
      console.error(`\n  what the pages showed and said: ${await witness.keep()}`)
      throw error
    } finally {
      await people.leave()
      await house.end()
    }
  }
}
