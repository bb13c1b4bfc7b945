// time-out: 90 s
// Three instances behind one door are replaced one after the other, while people write and listen.

import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { startInstances } from '../support/instances.ts'
import { startBalancer } from '../support/load/balancer.ts'
import { makeCrowd } from '../support/load/crowd.ts'
import { watch } from '../support/load/witness.ts'
import { post } from '../support/load/writer.ts'
import { withoutNats } from '../support/nats-server.ts'
import { deno } from '../support/runner/deno.ts'

const missing = withoutNats() ?? (deno() ? undefined : 'there is no Deno here')
if (missing) console.log(`hint: skipped, ${missing}`)
const together = missing ? test.skip : test

together('no request fails, and nobody misses a word', async () => {
  const place = await startInstances(['deno', 'node', 'deno'])
  const door = await startBalancer(() => place.houses.map(({ url }) => url))
  const talks = await makeCrowd(place.database, 8)
  const witness = watch(talks, () => door.url, { inOrder: true })
  let isOver = false
  const statuses: (number | string)[] = []
  try {
    await Promise.all(witness.listeners.map(({ ready }) => ready))
    const writing = talks.flatMap((talk) =>
      (['customer', 'operator'] as const).map(async (side) => {
        for (let number = 0; !isOver; number++) {
          const text = `${talk.id} ${side} ${number}`
          witness.sent(talk, text)
          const status = await post(talk[side], door.url, crypto.randomUUID(), text).catch(String)
          statuses.push(status)
          if (status === 201) witness.acknowledged(talk, text)
        }
      }),
    )
    for (const house of place.houses) {
      assert.is(await house.terminate(), 0)
      await house.startAgain()
    }
    isOver = true
    await Promise.all(writing)
    await witness.settle(20_000)
    const { acknowledged, ...wrong } = witness.findings()
    assert.equal(wrong, { lost: 0, doubled: 0, disordered: 0 })
    assert.equal(
      statuses.filter((status) => status !== 201),
      [],
    )
    console.log(`hint: ${acknowledged} messages over three restarts`)
  } finally {
    isOver = true
    witness.end()
    await door.end()
    await place.end()
  }
})

test.run()
