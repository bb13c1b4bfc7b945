// The entry for Cloudflare's workerd: the API over a remote database. What does not work here is in deploy/workerd/README.md.

import { env } from 'cloudflare:workers'
import schema from '../../schema.sql?raw'
import { logLevels } from '../config.ts'
import type { LogLine } from '../routes/edge.ts'
import { schemaOf } from '../store/schema-steps.ts'
import { createIsolate, type Lifetime } from './isolate.ts'
import { readWorkerConfig } from './worker-config.ts'

const config = readWorkerConfig(env)
const least = logLevels.indexOf(config.logLevel)
const isolate = createIsolate(config, schemaOf(schema), (line: LogLine) => {
  if (logLevels.indexOf(line.level) >= least)
    console.log(JSON.stringify({ at: new Date().toISOString(), ...line }))
})

export default {
  fetch: (request: Request, _env: unknown, lifetime: Lifetime) => isolate.answer(request, lifetime),
  scheduled: (_event: unknown, _env: unknown, lifetime: Lifetime) => isolate.tick(lifetime),
}
