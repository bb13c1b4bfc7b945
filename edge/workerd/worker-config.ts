import { type Config, ConfigFault, type Environment, readConfig } from '../config.ts'

/** What a worker cannot do without, beside what it never has: a disk, a port and neighbours to keep a connection to. */
export type WorkerConfig = Config & {
  secret: string
  vapid: NonNullable<Config['vapid']>
  s3: NonNullable<Config['s3']>
}

/** Throws with every fault named, those of any runtime and those of this one. */
export function readWorkerConfig(environment: Environment): WorkerConfig {
  const faults = faultsHere(environment)
  try {
    const config = readConfig(environment)
    if (faults.length === 0) return config as WorkerConfig
  } catch (cause) {
    if (!(cause instanceof ConfigFault)) throw cause
    faults.unshift(...cause.faults)
  }
  throw new ConfigFault(faults)
}

function faultsHere(environment: Environment): string[] {
  const has = (name: string) => Boolean(environment[name]?.trim())
  const faults: string[] = []
  const wants = (name: string, why: string) => {
    if (!has(name)) faults.push(`${name} is missing: ${why}`)
  }
  if (!/^(libsql|https?):/.test(environment.DATABASE_URL ?? ''))
    faults.push('DATABASE_URL must be a server, libsql: or https:, because a worker has no files')
  for (const name of ['SECRET', 'VAPID_PUBLIC_KEY', 'VAPID_PRIVATE_KEY'])
    wants(name, 'a worker can keep nothing that it made up')
  wants('S3_BUCKET', 'a worker has no disk for files')
  wants('PEER_SERVERS', 'a worker is no broker')
  if (/(^|,)\s*\//.test(environment.PEER_SERVERS ?? '')) faults.push('PEER_SERVERS must be elsewhere')
  if (!Number(environment.TRUSTED_PROXIES))
    faults.push('TRUSTED_PROXIES is missing: a worker does not see who calls but for what a proxy says')
  if (has('NATS_URL'))
    faults.push('NATS_URL does not work in a worker: a connection belongs to one request there')
  return faults
}
