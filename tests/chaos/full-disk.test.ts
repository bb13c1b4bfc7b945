// time-out: 120 s
// An instance whose disk takes no more for a while, with a crowd that writes on all the same.

import * as assert from 'uvu/assert'
import { openDatabase } from '../../edge/store/database.ts'
import { startHouseProcess } from '../support/house-process.ts'
import { testUnless } from '../support/lab/lab-test.ts'
import { makeCrowd, type Talk } from '../support/load/crowd.ts'
import { type LoadWitness, watch } from '../support/load/witness.ts'
import { post } from '../support/load/writer.ts'
import { mountSmallDisk, type SmallDisk } from '../support/small-disk.ts'
import { untilTrue } from '../support/until.ts'

const megabytes = 24
const mounted = await mountSmallDisk(megabytes).catch((cause: Error) => cause)
const test = testUnless(mounted instanceof Error ? `no small disk can be mounted (${mounted.message})` : null)
const disk = mounted as SmallDisk

test.after(() => disk.end())

interface Writing {
  acknowledged: number
  /** Statuses of what was not. */
  refused: number[]
  isOver: boolean
}

test('a full disk is said to be one, loses nothing, and room is enough to go on', async () => {
  const house = await startHouseProcess({ DATA_DIR: disk.folder })
  const database = await openDatabase({ url: `file:${disk.folder}/visavis.db` })
  const talks = await makeCrowd(database, 4)
  const witness = watch(talks, () => house.url, { inOrder: true })
  const writing: Writing = { acknowledged: 0, refused: [], isOver: false }
  try {
    await Promise.all(witness.listeners.map(({ ready }) => ready))
    const writers = talks.map((talk) => writeOn(talk, house.url, witness, writing))
    for (const isKilled of [false, true]) {
      await disk.fill()
      await refuses(writing)
      // Whoever dies meanwhile comes back to what there is.
      if (isKilled) await house.kill()
      await disk.makeRoom()
      if (isKilled) await house.startAgain()
      await goesOn(writing)
    }
    writing.isOver = true
    await Promise.all(writers)
    await witness.settle(20_000)
    const { acknowledged, ...wrong } = witness.findings()
    assert.equal(wrong, { lost: 0, doubled: 0, disordered: 0 })
    assert.equal(
      [...new Set(writing.refused)].toSorted(),
      [0, 503],
      'no answer while it was dead, else an honest one',
    )
    const stored = await database.one("SELECT count(*) AS messages FROM events WHERE type = 'message.posted'")
    assert.equal(stored, { messages: acknowledged })
    assert.equal(await database.one('PRAGMA integrity_check'), { integrity_check: 'ok' })
    console.log(`hint: ${acknowledged} messages, ${writing.refused.length} refused`)
  } finally {
    writing.isOver = true
    witness.end()
    await database.close()
    await house.end()
  }
})

test.run()

/** The customer's side, one message after the other, each until it is acknowledged. */
async function writeOn(talk: Talk, url: string, witness: LoadWitness, writing: Writing) {
  for (let number = 0; !writing.isOver; number++) {
    const [key, text] = [crypto.randomUUID(), `${talk.id} customer ${number}`]
    witness.sent(talk, text)
    for (;;) {
      const status = await post(talk.customer, url, key, text).catch(() => 0)
      if (status === 201) break
      writing.refused.push(status)
      await new Promise((resume) => setTimeout(resume, 50))
    }
    witness.acknowledged(talk, text)
    writing.acknowledged++
  }
}

async function refuses(writing: Writing): Promise<void> {
  const before = writing.refused.length
  await untilTrue('the full disk is met by all', () => writing.refused.length > before + 20)
}

async function goesOn(writing: Writing): Promise<void> {
  const before = writing.acknowledged
  await untilTrue('writing goes on', () => writing.acknowledged > before + 100)
}
