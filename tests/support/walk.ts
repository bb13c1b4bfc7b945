import * as assert from 'uvu/assert'
import { type OpenHouse, openHouse } from './open-house.ts'
import { invitePeople, type People } from './people.ts'
import { createWitness, type Witness } from './witness.ts'

/** A house with nobody else in it, its people, and who watches them. */
export interface Outing<House extends OpenHouse = OpenHouse> {
  house: House
  people: People
  witness: Witness
  end(): Promise<void>
}

export async function setOut<House extends OpenHouse>(open: () => Promise<House>): Promise<Outing<House>> {
  const house = await open()
  const witness = createWitness()
  const people = await invitePeople(house, witness)
  const end = async () => {
    await people.leave()
    await house.end()
  }
  return { house, people, witness, end }
}

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
    const { house, people, witness, end } = await setOut(open)
    try {
      await steps(people, house)
      assert.equal(witness.faults, [], 'no page broke on the way')
    } catch (error) {
      console.error(`\n  what the pages showed and said: ${await witness.keep()}`)
      throw error
    } finally {
      await end()
    }
  }
}
