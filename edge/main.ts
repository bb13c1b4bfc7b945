// The entry: reads the environment, starts the house, and ends it when asked.

import { ConfigFault, readConfig } from './config.ts'
import { type House, start } from './node/start.ts'

let house: House | null = null
let ending = false

function end() {
  // A second Ctrl-C means it; and where nothing was opened yet, nothing has to be closed.
  if (ending || house === null) process.exit(ending ? 1 : 0)
  ending = true
  house.end().then(
    () => process.exit(0),
    (cause) => fail(cause),
  )
}
process.on('SIGINT', end)
process.on('SIGTERM', end)

try {
  house = await start(readConfig(process.env))
  if (house.admin) {
    const { email, password } = house.admin
    const shown = process.env.ADMIN_PASSWORD ? '(the password in ADMIN_PASSWORD)' : password
    console.log(`\nSign in as the administrator with\n  ${email}\n  ${shown}\nThis is shown once.\n`)
  }
  console.log(`Visavis is ready at ${house.publicUrl}`)
} catch (cause) {
  fail(cause)
}

function fail(cause: unknown): never {
  const known = cause instanceof ConfigFault || (cause instanceof Error && !(cause instanceof TypeError))
  console.error(known ? cause.message : cause)
  process.exit(1)
}
