// `npm run demo`: a house on a throw-away folder, with people and an archive in it, and a customer's link to click.

import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ConfigFault, readConfig } from '../../config.ts'
import type { InviteAnswer } from '../../domain/wire.ts'
import { openDatabase } from '../../store/database.ts'
import { upgrade } from '../../store/upgrade.ts'
import { readSchema } from '../schema.ts'
import { start } from '../start.ts'
import { demoPassword, furnish } from './furnish.ts'

const folder = await mkdtemp(join(tmpdir(), 'visavis-demo-'))
try {
  const house = await open()
  let ending = false
  const end = () => {
    if (ending) process.exit(1)
    ending = true
    house
      .end()
      .then(() => clear())
      .then(() => process.exit(0))
  }
  process.on('SIGINT', end)
  process.on('SIGTERM', end)
} catch (cause) {
  await clear()
  console.error(cause instanceof ConfigFault || cause instanceof Error ? cause.message : cause)
  process.exit(1)
}

async function open() {
  // Nothing of a real house is touched: neither its database nor its Twilio.
  const { PORT, HOST, PUBLIC_URL, LOG_LEVEL = 'warn' } = process.env
  const config = readConfig({ PORT, HOST, PUBLIC_URL, LOG_LEVEL, DATA_DIR: folder, TEAM_NAME: 'Acme' })
  console.log('Furnishing a house with a team and 500 conversations …')
  const database = await openDatabase({ url: config.databaseUrl })
  await upgrade(database, await readSchema(), async () => {})
  const { email } = await furnish(database).finally(() => database.close())
  const house = await start(config)
  const link = await invite(`http://localhost:${house.port}`, email)
  console.log(`
Sign in with             ${email}, password: ${demoPassword}
Others of the team       ayse@, mark@ and zeynep@demo.example, the same password
Be the customer, in a private window or on another browser:
  ${link}

Set your status to Online, and the job rings as soon as the customer's page is open.
All of it is gone when this ends (Ctrl-C).
`)
  console.log(`Visavis is ready at ${house.publicUrl}`)
  return house
}

/** By the house's own door, as an operator does. */
async function invite(url: string, email: string): Promise<string> {
  const post = (path: string, body: object, cookie = '') =>
    fetch(url + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID(), cookie },
      body: JSON.stringify(body),
    })
  const session = await post('/api/session', { email, password: demoPassword })
  const cookie = session.headers.getSetCookie().join('; ').split(';', 1)[0]
  // Nothing is sent to it; a number for films.
  const phone = '+12025550143'
  const answer = await post('/api/invites', { phone, customerName: 'You', assignment: 'direct' }, cookie)
  return ((await answer.json()) as InviteAnswer).link
}

function clear(): Promise<void> {
  return rm(folder, { recursive: true, force: true, maxRetries: 5 })
}
