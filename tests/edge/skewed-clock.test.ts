// time-out: 120 s
// not on Deno: it starts instances of its own wherever it runs
// An instance whose clock is wrong, alone over a database server whose clock is right.

import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { type Instances, startInstances } from '../support/instances.ts'
import { enterPairs, letRing } from '../support/load/rings.ts'
import { withoutNats } from '../support/nats-server.ts'
import { skewed, withoutSkew } from '../support/skewed-clock.ts'
import { untilTrue } from '../support/until.ts'

const missing = withoutSkew() ?? withoutNats()
if (missing) console.log(`hint: skipped, ${missing}`)
const skewing = missing ? test.skip : test

for (const hours of [2, -2]) {
  skewing(`by a clock ${hours} hours off, what is over ends, and what is not goes on`, async () => {
    const place = await startInstances(['node'], 'remote', {}, [skewed(hours)])
    try {
      const [late, fresh] = await ring(place)
      await untilTrue(
        'the one that rang for too long moves on',
        async () => (await offersOf(place, late)) > 1,
      )
      assert.is(await offersOf(place, fresh), 1)
    } finally {
      await place.end()
    }
  })
}

test.run()

/** Two telephones, one of which has rung for too long. */
async function ring({ database }: Instances): Promise<[string, string]> {
  const pairs = await enterPairs(database, 2)
  const rings = pairs.map(({ a }, at) => ({
    jobId: crypto.randomUUID(),
    conversationId: crypto.randomUUID(),
    device: crypto.randomUUID(),
    a,
    isOverdue: at === 0,
  }))
  await letRing(database, pairs, rings)
  return rings.map(({ jobId }) => jobId) as [string, string]
}

async function offersOf({ database }: Instances, jobId: string): Promise<number> {
  const row = await database.one('SELECT count(*) AS offers FROM offers WHERE job_id = ?', [jobId])
  return Number(row?.offers)
}
