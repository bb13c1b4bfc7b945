import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { ConfigFault, type Environment, readConfig } from '../../edge/config.ts'

const publicKey = `B${'p'.repeat(86)}`
const privateKey = 'q'.repeat(43)

function faultsOf(environment: Environment): readonly string[] {
  try {
    readConfig(environment)
    return []
  } catch (fault) {
    if (fault instanceof ConfigFault) return fault.faults
    throw fault
  }
}

test('without any setting there is a whole configuration', () => {
  const config = readConfig({})
  const { port, host, publicUrl, dataDir, databaseUrl, secret, twilio, vapid, brokers, icePolicy, logLevel } =
    config
  assert.equal(
    { port, host, publicUrl, dataDir, databaseUrl, secret, twilio, vapid, brokers, icePolicy, logLevel },
    {
      port: 8787,
      host: '127.0.0.1',
      publicUrl: 'http://localhost:8787',
      dataDir: '.visavis',
      databaseUrl: 'file:.visavis/visavis.db',
      secret: null,
      twilio: null,
      vapid: null,
      brokers: ['/peer'],
      icePolicy: 'all',
      logLevel: 'info',
    },
  )
  assert.ok(Object.isFrozen(config))
})

test('no server of a stranger is in it', () => {
  const { stunUrls, turnUrls } = readConfig({})
  assert.equal([stunUrls, turnUrls], [[], []])
})

test('a bucket is whole or none: what is missing of it is named', () => {
  const whole = { S3_BUCKET: 'files', S3_ACCESS_KEY_ID: 'id', S3_SECRET_ACCESS_KEY: 'key' }
  assert.is(readConfig({}).s3, null)
  assert.equal(readConfig({ ...whole, S3_ENDPOINT: 'https://s3.example.org/' }).s3, {
    endpoint: 'https://s3.example.org',
    region: 'us-east-1',
    bucket: 'files',
    accessKeyId: 'id',
    secretAccessKey: 'key',
  })
  assert.equal(faultsOf({ S3_REGION: 'auto', S3_BUCKET: 'Files/here' }), [
    'S3_ACCESS_KEY_ID is missing',
    'S3_SECRET_ACCESS_KEY is missing',
    'S3_BUCKET must be the name of a bucket: small letters, digits, dots and hyphens',
  ])
  const mixed = { ...whole, S3_ENDPOINT: 'http://s3.example.org', PUBLIC_URL: 'https://talk.example.org' }
  assert.equal(faultsOf(mixed), ['S3_ENDPOINT must be https, as PUBLIC_URL is'])
})

test('blank settings are settings that are not there', () => {
  assert.equal(readConfig({ PORT: ' ', SECRET: '', TWILIO_FROM: ' ', STUN_URLS: ' , ' }).port, 8787)
})

test('what is set is read', () => {
  const config = readConfig({
    PORT: '9000',
    PUBLIC_URL: 'https://talk.example.org/',
    DATA_DIR: '/srv/visavis',
    STUN_URLS: 'stun:a.example, stun:b.example',
    TURN_URLS: 'turn:a.example',
    TURN_SECRET: 'north',
    ICE_POLICY: 'relay',
    TWILIO_ACCOUNT_SID: 'AC1',
    TWILIO_AUTH_TOKEN: 'token',
    TWILIO_MESSAGING_SERVICE_SID: 'MG1',
    VAPID_PUBLIC_KEY: publicKey,
    VAPID_PRIVATE_KEY: privateKey,
    PUSH_ALLOWED_HOSTS: 'push.example.org, .Push.example',
    TRUSTED_PROXIES: '2',
  })
  assert.equal(
    [config.port, config.publicUrl, config.databaseUrl],
    [9000, 'https://talk.example.org', 'file:/srv/visavis/visavis.db'],
  )
  assert.equal(
    [config.stunUrls, config.icePolicy, config.trustedProxies],
    [['stun:a.example', 'stun:b.example'], 'relay', 2],
  )
  assert.equal(config.twilio, {
    accountSid: 'AC1',
    authToken: 'token',
    messagingServiceSid: 'MG1',
    from: null,
    apiUrl: null,
  })
  assert.equal(config.vapid, { publicKey, privateKey })
  assert.equal(config.pushAllowedHosts, ['push.example.org', '.push.example'])
})

const account = { TWILIO_ACCOUNT_SID: 'AC1', TWILIO_AUTH_TOKEN: 't', TWILIO_FROM: '+1' }

test("with Twilio's relay, pages may be confined to it", () => {
  const config = readConfig({ ...account, TURN_PROVIDER: 'twilio', ICE_POLICY: 'relay' })
  assert.equal([config.turnProvider, config.icePolicy], ['twilio', 'relay'])
})

const pushHosts =
  'PUSH_ALLOWED_HOSTS must be names of public servers, such as push.example.org or .example.org'
const faulty: [Environment, string][] = [
  [{ PORT: 'eight' }, 'PORT must be a whole number from 0 to 65535'],
  [{ PORT: '70000' }, 'PORT must be a whole number from 0 to 65535'],
  [{ PORT: '-1' }, 'PORT must be a whole number from 0 to 65535'],
  [{ PORT: '80.5' }, 'PORT must be a whole number from 0 to 65535'],
  [{ TRUSTED_PROXIES: 'all' }, 'TRUSTED_PROXIES must be a whole number from 0 to 10'],
  [{ PUBLIC_URL: 'talk.example.org' }, 'PUBLIC_URL must be an address that starts with http: or https:'],
  [{ PUBLIC_URL: 'https://' }, 'PUBLIC_URL must be an address that starts with http: or https:'],
  [
    { DATABASE_URL: 'postgres://db' },
    'DATABASE_URL must be an address that starts with file: or libsql: or https: or http:',
  ],
  [{ SECRET: 'x'.repeat(31) }, 'SECRET must have at least 32 characters'],
  [{ LOG_LEVEL: 'loud' }, 'LOG_LEVEL must be one of debug, info, warn, error, silent'],
  [{ ICE_POLICY: 'none' }, 'ICE_POLICY must be one of all, relay'],
  [{ ICE_POLICY: 'relay' }, 'ICE_POLICY relay needs TURN_URLS, or TURN_PROVIDER twilio'],
  [{ TURN_PROVIDER: 'coturn' }, 'TURN_PROVIDER must be one of own, twilio'],
  [{ TURN_PROVIDER: 'twilio' }, 'TURN_PROVIDER twilio needs the account in TWILIO_*'],
  [
    { TURN_PROVIDER: 'twilio', TURN_URLS: 'turn:a.example', TURN_SECRET: 'north', ...account },
    'TURN_URLS and TURN_PROVIDER twilio exclude each other',
  ],
  [
    { TURN_URLS: 'turn:a.example,https://b.example', TURN_SECRET: 'north' },
    'TURN_URLS must be addresses that start with turn: or turns:',
  ],
  [{ STUN_URLS: 'stun://a.example' }, 'STUN_URLS must be addresses that start with stun: or stuns:'],
  [{ TURN_URLS: 'turn:a.example' }, 'TURN_URLS needs TURN_SECRET'],
  [{ VAPID_PUBLIC_KEY: publicKey }, 'VAPID_PUBLIC_KEY and VAPID_PRIVATE_KEY belong together'],
  [
    { VAPID_PUBLIC_KEY: 'p', VAPID_PRIVATE_KEY: privateKey },
    'VAPID_PUBLIC_KEY must be a key of 65 bytes in base64url',
  ],
  [
    { VAPID_PUBLIC_KEY: publicKey, VAPID_PRIVATE_KEY: 'q' },
    'VAPID_PRIVATE_KEY must be a key of 32 bytes in base64url',
  ],
  [{ VAPID_SUBJECT: 'admin' }, 'VAPID_SUBJECT must be an address that starts with mailto: or https:'],
  [{ PUSH_ALLOWED_HOSTS: 'push.example.org,localhost' }, pushHosts],
  [{ PUSH_ALLOWED_HOSTS: '10.0.0.7' }, pushHosts],
  [{ PUSH_ALLOWED_HOSTS: 'https://push.example.org' }, pushHosts],
  [{ TWILIO_ACCOUNT_SID: 'AC1', TWILIO_FROM: '+1' }, 'TWILIO_AUTH_TOKEN is missing'],
  [{ TWILIO_AUTH_TOKEN: 't', TWILIO_FROM: '+1' }, 'TWILIO_ACCOUNT_SID is missing'],
  [
    { TWILIO_ACCOUNT_SID: 'AC1', TWILIO_AUTH_TOKEN: 't' },
    'TWILIO_MESSAGING_SERVICE_SID or TWILIO_FROM is missing',
  ],
  [
    { PEER_SERVERS: 'broker.example.org' },
    'PEER_SERVERS must be /peer or addresses such as wss://broker.example.org/peer',
  ],
  [
    { S3_BUCKET: 'Files', S3_ACCESS_KEY_ID: 'id', S3_SECRET_ACCESS_KEY: 'key' },
    'S3_BUCKET must be the name of a bucket: small letters, digits, dots and hyphens',
  ],
  [{ METRICS_TOKEN: 'word' }, 'METRICS_TOKEN must have at least 32 characters'],
]
for (const [environment, fault] of faulty) {
  test(`${JSON.stringify(environment).slice(0, 60)} is refused: ${fault}`, () => {
    assert.equal(faultsOf(environment), [fault])
  })
}

test('every kind of fault is named at once, each on a line', () => {
  const taken = new Set<string>()
  // Of faults in one variable one: the others are alone above.
  const chosen = faulty.filter(([environment]) => {
    const names = Object.keys(environment)
    const isFree = names.every((name) => !taken.has(name))
    if (isFree) for (const name of names) taken.add(name)
    return isFree
  })
  // Without a secret it would be another fault.
  chosen.push([{ NATS_URL: 'redis://a' }, 'NATS_URL must be addresses that start with nats: or tls:'])
  const faults = faultsOf(Object.assign({}, ...chosen.map(([one]) => one)))
  assert.equal(
    chosen.map(([, fault]) => fault).filter((fault) => !faults.includes(fault)),
    [],
  )
  assert.ok(chosen.length >= 18)
  assert.is(new ConfigFault(faults).message.split('\n').length, faults.length + 1)
})

test('a fault does not say what a secret was', () => {
  const words = faultsOf({ SECRET: 'hunter2', TWILIO_AUTH_TOKEN: 'hunter3' }).join()
  assert.not.match(words, /hunter/)
})

test('brokers elsewhere, and NATS, are addresses of their kind', () => {
  const good = {
    PEER_SERVERS: 'wss://a.example/peer, /peer',
    NATS_URL: 'nats://u:p@a.example:4222',
    SECRET: 'x'.repeat(32),
  }
  assert.equal(readConfig(good).brokers, ['wss://a.example/peer', '/peer'])
  assert.is(readConfig(good).natsUrl, good.NATS_URL)
  const bad = faultsOf({ PEER_SERVERS: 'a.example', NATS_URL: 'http://a.example', SECRET: 'x'.repeat(32) })
  assert.equal(bad.map((fault) => fault.split(' ')[0]).sort(), ['NATS_URL', 'PEER_SERVERS'])
})

test('a page over https is sent to no broker that is not encrypted', () => {
  const at = (PUBLIC_URL: string, PEER_SERVERS: string) =>
    faultsOf({ PUBLIC_URL, PEER_SERVERS, SECRET: 'x'.repeat(32) })
  assert.match(
    at('https://a.example', 'wss://b.example/peer,ws://c.example/peer').join(),
    'PEER_SERVERS must be wss:',
  )
  assert.equal(at('https://a.example', 'wss://b.example/peer,/peer'), [])
  assert.equal(at('http://localhost:8787', 'ws://127.0.0.1:9000/peer'), [])
})

test('several instances without one secret are a fault', () => {
  assert.equal(faultsOf({ NATS_URL: 'nats://a.example' }), [
    'NATS_URL is for several instances, which need one SECRET',
  ])
})

test('push services may write to where the house is reached, unless somebody is named', () => {
  const subject = (environment: Environment) => readConfig(environment).vapidSubject
  assert.is(subject({ PUBLIC_URL: 'https://talk.example.org/' }), 'https://talk.example.org')
  assert.is(
    subject({ PUBLIC_URL: 'https://talk.example.org', VAPID_SUBJECT: 'mailto:a@b.org' }),
    'mailto:a@b.org',
  )
  assert.is(subject({}), 'mailto:admin@localhost')
})

test.run()
