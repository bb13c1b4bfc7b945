// The entry: reads the environment, starts the house, and ends it when asked.

import { ConfigFault, readConfig } from './config.ts'
import { start } from './node/start.ts'

try {
  const house = await start(readConfig(process.env))
  if (house.admin) {
    const { email, password } = house.admin
    const shown = process.env.ADMIN_PASSWORD ? '(the password in ADMIN_PASSWORD)' : password
    console.log(`\nSign in as the administrator with\n  ${email}\n  ${shown}\nThis is shown once.\n`)
  }
  console.log(`Visavis is ready at ${house.publicUrl}`)
  let ending = false
  const end = () => {
    // A second Ctrl-C means it.
    if (ending) process.exit(1)
    ending = true
    house.end().then(
      () => process.exit(0),
      (cause) => fail(cause),
    )
  }
  process.on('SIGINT', end)
  process.on('SIGTERM', end)
} catch (cause) {
  fail(cause)
}

function fail(cause: unknown): never {
  const known = cause instanceof ConfigFault || (cause instanceof Error && !(cause instanceof TypeError))
  console.error(known ? cause.message : cause)
  process.exit(1)
}
