// The broker on a machine of its own. The edge mounts broker.ts on its port instead.
import { parseConfig } from './config.ts'
import { startBroker } from './start-broker.ts'

const parsed = parseConfig(process.env)
if (!parsed.ok) refuseToStart(parsed.faults)
else {
  try {
    const broker = await startBroker(parsed.config)
    console.log(`The broker is ready at ${broker.address}/peer`)
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void broker.end())
  } catch (cause) {
    refuseToStart([cause instanceof Error ? cause.message : String(cause)])
  }
}

function refuseToStart(faults: string[]): void {
  for (const fault of faults) console.error(`The broker cannot start: ${fault}`)
  process.exitCode = 1
}
