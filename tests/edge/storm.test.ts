// time-out: 180 s
// not on Deno: it starts an instance on Node and one on Deno wherever it runs
// The short form of tests/chaos/storm.test.ts.

import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { weather } from '../support/load/storm.ts'
import { withoutNats } from '../support/nats-server.ts'
import { deno } from '../support/runner/deno.ts'
import { withoutSkew } from '../support/skewed-clock.ts'

const missing = withoutNats() ?? (deno() ? undefined : 'there is no Deno here')
if (missing) console.log(`hint: skipped, ${missing}`)
const together = missing ? test.skip : test

together(
  'with an instance killed, the database and NATS gone, and streams cut, nothing is lost',
  async () => {
    const skew = withoutSkew() ? {} : { skewHours: 2 }
    const report = await weather({ messages: 40, kills: 2, database: 'remote', talks: 3, ...skew })
    assert.ok(
      report.faults['NATS stopped'] && report.faults['database stopped'] && report.faults['streams cut'],
    )
    console.log(`hint: ${JSON.stringify(report)}`)
  },
)

test.run()
