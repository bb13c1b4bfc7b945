// The environment, read once: a frozen Config, or every fault at once.

import { isPublicHost } from './domain/push-host.ts'

export const logLevels = ['debug', 'info', 'warn', 'error', 'silent'] as const

export type Environment = Readonly<Record<string, string | undefined>>

export interface Config {
  port: number
  host: string
  publicUrl: string
  dataDir: string
  databaseUrl: string
  databaseAuthToken: string | null
  secret: string | null
  teamName: string
  admin: { email: string | null; password: string | null }
  twilio: TwilioConfig | null
  smsCountries: string[] | null
  defaultCountry: string
  vapid: { publicKey: string; privateKey: string } | null
  vapidSubject: string
  /** Push services beside those that browsers are known to use; a leading dot is any name below. */
  pushAllowedHosts: string[]
  stunUrls: string[]
  turnUrls: string[]
  turnSecret: string | null
  /** Whose relay: the one in `turnUrls`, or that of the Twilio account. */
  turnProvider: 'own' | 'twilio'
  icePolicy: 'all' | 'relay'
  brokers: string[]
  /** Where files lie instead of the data folder; `null` where they lie there. */
  s3: S3Config | null
  /** The wake-up bus of several instances; `null` where this is the only one. */
  natsUrl: string | null
  trustedProxies: number
  /** Lets whoever brings it read the metrics from elsewhere; `null` leaves them to this machine. */
  metricsToken: string | null
  /** Whether OpenTelemetry's variables say where traces go. */
  sendsTraces: boolean
  logLevel: (typeof logLevels)[number]
}

export interface S3Config {
  /** `null` for Amazon's own. */
  endpoint: string | null
  region: string
  bucket: string
  accessKeyId: string
  secretAccessKey: string
}

export interface TwilioConfig {
  accountSid: string
  authToken: string
  messagingServiceSid: string | null
  from: string | null
  apiUrl: string | null
}

/** Throws with every fault named, so that a person mends them in one go. */
export class ConfigFault extends Error {
  readonly faults: readonly string[]

  constructor(faults: readonly string[]) {
    super(
      `The configuration has ${faults.length === 1 ? 'a fault' : 'faults'}:\n${faults.map((f) => `  - ${f}`).join('\n')}`,
    )
    this.name = 'ConfigFault'
    this.faults = faults
  }
}

export function readConfig(environment: Environment): Config {
  const faults: string[] = []
  const from = readers(environment, faults)
  const port = from.number('PORT', 8787, 0, 65_535)
  const dataDir = from.text('DATA_DIR') ?? '.visavis'
  const config: Config = {
    port,
    host: from.text('HOST') ?? '127.0.0.1',
    publicUrl: from.url('PUBLIC_URL', ['http:', 'https:']) ?? `http://localhost:${port}`,
    dataDir,
    databaseUrl:
      from.url('DATABASE_URL', ['file:', 'libsql:', 'https:', 'http:']) ?? `file:${dataDir}/visavis.db`,
    databaseAuthToken: from.text('DATABASE_AUTH_TOKEN'),
    secret: from.secret('SECRET'),
    teamName: from.text('TEAM_NAME') ?? 'Visavis',
    admin: { email: from.text('ADMIN_EMAIL'), password: from.text('ADMIN_PASSWORD') },
    twilio: readTwilio(from, faults),
    smsCountries: from.list('SMS_COUNTRIES'),
    defaultCountry: from.text('DEFAULT_COUNTRY') ?? 'TR',
    vapid: readVapid(from, faults),
    vapidSubject: from.url('VAPID_SUBJECT', ['mailto:', 'https:']) ?? 'mailto:admin@localhost',
    pushAllowedHosts: readPushHosts(from, faults),
    stunUrls: from.addresses('STUN_URLS', ['stun:', 'stuns:']),
    turnUrls: from.addresses('TURN_URLS', ['turn:', 'turns:']),
    turnSecret: from.text('TURN_SECRET'),
    turnProvider: from.oneOf('TURN_PROVIDER', ['own', 'twilio'], 'own'),
    icePolicy: from.oneOf('ICE_POLICY', ['all', 'relay'], 'all'),
    brokers: from.brokers('PEER_SERVERS') ?? ['/peer'],
    s3: readS3(from, faults),
    natsUrl: from.urls('NATS_URL', ['nats:', 'tls:']),
    trustedProxies: from.number('TRUSTED_PROXIES', 0, 0, 10),
    metricsToken: from.secret('METRICS_TOKEN'),
    sendsTraces: wantsTraces(environment),
    logLevel: from.oneOf('LOG_LEVEL', logLevels, 'info'),
  }
  faults.push(
    ...relayFaults(config),
    ...brokerFaults(config),
    ...instanceFaults(config),
    ...bucketFaults(config),
  )
  if (faults.length > 0) throw new ConfigFault(faults)
  const publicUrl = config.publicUrl.replace(/\/+$/, '')
  return Object.freeze({ ...config, publicUrl, vapidSubject: subjectOf(config, from) })
}

/** Whom a push service may write to. Apple takes none on localhost, and a house that people reach has an address. */
function subjectOf({ publicUrl, vapidSubject }: Config, from: Readers): string {
  const { protocol, hostname, origin } = new URL(publicUrl)
  const isReached = protocol === 'https:' && isPublicHost(hostname)
  return isReached && from.text('VAPID_SUBJECT') === null ? origin : vapidSubject
}

function relayFaults({ turnUrls, turnSecret, turnProvider, icePolicy, twilio }: Config): string[] {
  const faults: string[] = []
  const isTwilio = turnProvider === 'twilio'
  if (turnUrls.length > 0 && turnSecret === null) faults.push('TURN_URLS needs TURN_SECRET')
  if (isTwilio && twilio === null) faults.push('TURN_PROVIDER twilio needs the account in TWILIO_*')
  if (isTwilio && turnUrls.length > 0) faults.push('TURN_URLS and TURN_PROVIDER twilio exclude each other')
  if (icePolicy === 'relay' && !isTwilio && turnUrls.length === 0)
    faults.push('ICE_POLICY relay needs TURN_URLS, or TURN_PROVIDER twilio')
  return faults
}

/** A page that came over https opens no socket that is not encrypted; not even the chat would come up. */
function brokerFaults({ publicUrl, brokers }: Config): string[] {
  const isOpen = (broker: string) => /^(ws|http):/.test(broker)
  if (!/^https:/.test(publicUrl) || !brokers.some(isOpen)) return []
  return ['PEER_SERVERS must be wss: addresses where PUBLIC_URL is https:']
}

/** Each instance would make a secret of its own, and know nothing of the others' links and tickets. */
function instanceFaults({ natsUrl, secret }: Config): string[] {
  return natsUrl && secret === null ? ['NATS_URL is for several instances, which need one SECRET'] : []
}

/** A page that came encrypted is let by no browser to a bucket that does not. */
function bucketFaults({ publicUrl, s3 }: Config): string[] {
  const isMixed = publicUrl.startsWith('https:') && s3?.endpoint?.startsWith('http:')
  return isMixed ? ['S3_ENDPOINT must be https, as PUBLIC_URL is'] : []
}

type Readers = ReturnType<typeof readers>

function readers(environment: Environment, faults: string[]) {
  const text = (name: string) => environment[name]?.trim() || null
  const list = (name: string) =>
    text(name)
      ?.split(',')
      .map((item) => item.trim())
      .filter(Boolean) ?? null
  return {
    text,
    list,
    /** Such as a browser takes them: over one that is malformed it refuses the whole connection. */
    addresses(name: string, schemes: readonly string[]): string[] {
      const found = list(name) ?? []
      const isWhole = (one: string) => schemes.some((scheme) => one.startsWith(scheme)) && !/[\s/]/.test(one)
      if (!found.every(isWhole))
        faults.push(`${name} must be addresses that start with ${schemes.join(' or ')}`)
      return found
    },
    number(name: string, otherwise: number, least: number, most: number): number {
      const value = text(name) === null ? otherwise : Number(text(name))
      const fits = Number.isInteger(value) && value >= least && value <= most
      if (!fits) faults.push(`${name} must be a whole number from ${least} to ${most}`)
      return value
    },
    oneOf<const T extends string>(name: string, choices: readonly T[], otherwise: T): T {
      const value = text(name) ?? otherwise
      const found = choices.find((choice) => choice === value)
      if (!found) faults.push(`${name} must be one of ${choices.join(', ')}`)
      return found ?? otherwise
    },
    url(name: string, protocols: readonly string[]): string | null {
      const value = text(name)
      if (value === null) return null
      const protocol = /^[a-z]+:/.exec(value)?.[0] ?? ''
      const whole = protocol === 'file:' || URL.canParse(value)
      if (!whole || !protocols.includes(protocol))
        faults.push(`${name} must be an address that starts with ${protocols.join(' or ')}`)
      return value
    },
    /** `/peer` is the one on this port; one elsewhere has an address of its own. */
    brokers(name: string): string[] | null {
      const elsewhere = (one: string) => /^(wss?|https?):\/\//.test(one) && URL.canParse(one)
      if (!(list(name) ?? []).every((one) => one === '/peer' || elsewhere(one)))
        faults.push(`${name} must be /peer or addresses such as wss://broker.example.org/peer`)
      return list(name)
    },
    /** Several of one kind, comma-separated. */
    urls(name: string, protocols: readonly string[]): string | null {
      const fits = (one: string) => URL.canParse(one) && protocols.includes(new URL(one).protocol)
      if (!(list(name) ?? []).every(fits))
        faults.push(`${name} must be addresses that start with ${protocols.join(' or ')}`)
      return list(name)?.join(',') ?? null
    },
    secret(name: string): string | null {
      const value = text(name)
      if (value !== null && value.length < 32) faults.push(`${name} must have at least 32 characters`)
      return value
    },
  }
}

function readS3(from: Readers, faults: string[]): S3Config | null {
  const names = ['S3_BUCKET', 'S3_ACCESS_KEY_ID', 'S3_SECRET_ACCESS_KEY'] as const
  const isWanted = [...names, 'S3_ENDPOINT', 'S3_REGION'].some((name) => from.text(name) !== null)
  if (!isWanted) return null
  const [bucket, accessKeyId, secretAccessKey] = names.map((name) => {
    const value = from.text(name)
    if (value === null) faults.push(`${name} is missing`)
    return value ?? ''
  }) as [string, string, string]
  if (bucket && !/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(bucket))
    faults.push('S3_BUCKET must be the name of a bucket: small letters, digits, dots and hyphens')
  return {
    endpoint: from.url('S3_ENDPOINT', ['https:', 'http:'])?.replace(/\/+$/, '') ?? null,
    region: from.text('S3_REGION') ?? 'us-east-1',
    bucket,
    accessKeyId,
    secretAccessKey,
  }
}

function readTwilio(from: Readers, faults: string[]): TwilioConfig | null {
  const accountSid = from.text('TWILIO_ACCOUNT_SID')
  const authToken = from.text('TWILIO_AUTH_TOKEN')
  const messagingServiceSid = from.text('TWILIO_MESSAGING_SERVICE_SID')
  const sender = from.text('TWILIO_FROM')
  const given = [accountSid, authToken, messagingServiceSid, sender].filter((value) => value !== null)
  if (given.length === 0) return null
  if (accountSid === null) faults.push('TWILIO_ACCOUNT_SID is missing')
  if (authToken === null) faults.push('TWILIO_AUTH_TOKEN is missing')
  if (messagingServiceSid === null && sender === null)
    faults.push('TWILIO_MESSAGING_SERVICE_SID or TWILIO_FROM is missing')
  const apiUrl = from.url('TWILIO_API_URL', ['http:', 'https:'])
  return {
    accountSid: accountSid ?? '',
    authToken: authToken ?? '',
    messagingServiceSid,
    from: sender,
    apiUrl,
  }
}

function readVapid(from: Readers, faults: string[]): Config['vapid'] {
  const publicKey = from.text('VAPID_PUBLIC_KEY')
  const privateKey = from.text('VAPID_PRIVATE_KEY')
  if (publicKey === null && privateKey === null) return null
  if (publicKey === null || privateKey === null)
    faults.push('VAPID_PUBLIC_KEY and VAPID_PRIVATE_KEY belong together')
  // A point on P-256 and a number, in base64url: 65 and 32 bytes.
  if (publicKey !== null && !/^B[\w-]{86}$/.test(publicKey))
    faults.push('VAPID_PUBLIC_KEY must be a key of 65 bytes in base64url')
  if (privateKey !== null && !/^[\w-]{43}$/.test(privateKey))
    faults.push('VAPID_PRIVATE_KEY must be a key of 32 bytes in base64url')
  return { publicKey: publicKey ?? '', privateKey: privateKey ?? '' }
}

function readPushHosts(from: Readers, faults: string[]): string[] {
  const hosts = from.list('PUSH_ALLOWED_HOSTS') ?? []
  if (!hosts.every((host) => isPublicHost(host.replace(/^\./, ''))))
    faults.push(
      'PUSH_ALLOWED_HOSTS must be names of public servers, such as push.example.org or .example.org',
    )
  return hosts.map((host) => host.toLowerCase())
}

/** Whether the variables ask for traces of us; with OTEL_DENO=true the runtime sends them. */
export function wantsTraces(environment: Environment, isDeno = 'Deno' in globalThis): boolean {
  const { OTEL_EXPORTER_OTLP_ENDPOINT, OTEL_EXPORTER_OTLP_TRACES_ENDPOINT } = environment
  const off = environment.OTEL_SDK_DISABLED === 'true' || environment.OTEL_TRACES_EXPORTER === 'none'
  const byRuntime = isDeno && /^(true|1)$/.test(environment.OTEL_DENO ?? '')
  return Boolean(OTEL_EXPORTER_OTLP_ENDPOINT || OTEL_EXPORTER_OTLP_TRACES_ENDPOINT) && !off && !byRuntime
}
