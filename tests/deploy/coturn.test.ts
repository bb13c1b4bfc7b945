// The relay as it is shipped, asked by a client of our own what it would let somebody do.
import * as assert from 'uvu/assert'
import { turnServer } from '../../edge/domain/turn.ts'
import { freePort } from '../support/free-port.ts'
import { isInstalled } from '../support/lab/hindrance.ts'
import { testUnless } from '../support/lab/lab-test.ts'
import { type Coturn, startCoturn, turnSecret } from '../support/turn/coturn.ts'
import { openTurnClient, type TurnClient, type TurnCredential } from '../support/turn/turn-client.ts'

const test = testUnless(
  (await isInstalled('turnserver')) ? null : 'turnserver is not installed (Debian package coturn)',
)

// As the file has it.
const quota = 60
const ms = 1000

let port = 0
let relay: Coturn
const clients: TurnClient[] = []

test.before(async () => {
  port = await freePort()
  const local = { 'listening-ip': '127.0.0.1', 'relay-ip': '127.0.0.1' }
  relay = await startCoturn({
    ...local,
    'listening-port': String(port),
    'tls-listening-port': String(await freePort()),
  })
})

// All stay open until the end: a port that is free again may be given out once more, and a relay answers 437 to
// another credential from a port that it still holds a way for.
test.after(async () => {
  for (const client of clients) client.close()
  await relay.end()
})

test('a credential that the house made is let in, and reaches an address of the world', async () => {
  const client = come(await credential())
  assert.is(await client.allocate(), 'ok')
  assert.is(await client.permit('9.9.9.9'), 'ok')
})

test('a credential that is over is not let in', async () => {
  assert.is(await come(await credential({ now: Date.now() - 601 * ms })).allocate(), 401)
})

test('a credential that somebody made up, or made longer, is not let in', async () => {
  const { username = '', credential: seal = '' } = await credential()
  const later = username.replace(/^\d+/, (seconds) => String(Number(seconds) + 3600))
  const forged = [
    await credential({ secret: 'another secret' }),
    { username: later, credential: seal },
    { username: username.replace('kitchen', 'cellar'), credential: seal },
    { username: 'kitchen', credential: seal },
    {},
  ]
  for (const one of forged) assert.is(await come(one).allocate(), 401, JSON.stringify(one))
})

const inside = [
  '0.0.0.1',
  '10.0.0.5',
  '100.64.0.1',
  '127.0.0.1',
  '169.254.169.254',
  '172.16.0.1',
  '172.31.255.255',
  '192.0.0.1',
  '192.168.1.1',
  '198.18.0.1',
  '203.0.113.9',
  '224.0.0.1',
  '255.255.255.255',
]
test('no address inside the network that it stands in is reached, nor one that is nobody in particular', async () => {
  const client = come(await credential())
  assert.is(await client.allocate(), 'ok')
  for (const address of inside) assert.is(await client.permit(address), 403, address)
  for (const address of ['11.7.0.1', '172.32.0.1', '172.15.255.255', '193.168.1.1']) {
    assert.is(await client.permit(address), 'ok', address)
  }
})

test('an inside address in the clothes of an IPv6 one is not reached either', async () => {
  const client = come(await credential())
  assert.is(await client.allocate(), 'ok')
  for (const address of [
    '::1',
    '::ffff:10.0.0.5',
    '::10.0.0.5',
    '64:ff9b::10.0.0.5',
    '2002:a00:5::',
    'fd00::1',
  ]) {
    assert.is.not(await client.permit(address), 'ok', address)
  }
})

test('every line of the file is understood', () => {
  assert.not.match(relay.log(), /bad configuration|wrong|CONFIG ERROR/i)
})

test('a conversation may hold so many ways and no more, whichever of its credentials asks', async () => {
  const name = 'attic'
  const [first, second] = [await credential({ name }), await credential({ name, now: Date.now() - 60 * ms })]
  assert.is.not(first.username, second.username)
  for (let held = 0; held < quota; held++) {
    assert.is(await come(held % 2 ? first : second).allocate(), 'ok', `${held}`)
  }
  assert.is(await come(first).allocate(), 486)
  assert.is(await come(await credential({ name: 'cellar' })).allocate(), 'ok')
})

test.run()

function come(credential: TurnCredential): TurnClient {
  const client = openTurnClient(port, credential)
  clients.push(client)
  return client
}

async function credential({
  name = 'kitchen',
  now = Date.now(),
  secret = turnSecret,
} = {}): Promise<TurnCredential> {
  const server = await turnServer({ turnUrls: ['turn:relay.test'], turnSecret: secret }, name, now)
  return server ?? {}
}
