// The lab is what tests of calls believe about networks, so it is measured itself: with packets, not with words.

import { spawn } from 'node:child_process'
import type { Socket } from 'node:dgram'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import * as assert from 'uvu/assert'
import { command } from '../support/lab/command.ts'
import { labTest } from '../support/lab/lab-test.ts'
import { type Lab, openLab, type Side } from '../support/lab/open-lab.ts'
import { badLine, wire } from '../support/lab/profiles.ts'
import { untilTrue } from '../support/until.ts'

const test = await labTest()
let lab: Lab

test.before(async () => {
  lab = await openLab()
})

test('packets of one person reach the house and the other person', async () => {
  assert.is((await exchange('customer', lab.houseAddress)).length, 20)
  assert.is((await exchange('customer', lab.addressOf('operator'))).length, 20)
})

test('a delay is that of each direction, for one person alone', async () => {
  await lab.shape('customer', { ...wire, delayMs: 60 })
  const [delayed, other] = [
    await exchange('customer', lab.houseAddress),
    await exchange('operator', lab.houseAddress),
  ]
  assert.ok(Math.min(...delayed) >= 120, `${delayed}`)
  assert.ok(Math.min(...other) < 60, `${other}`)
})

test('a share of the packets is lost', async () => {
  await lab.shape('customer', { ...wire, lossPercent: 20 })
  const arrived = (await exchange('customer', lab.houseAddress, 200)).length
  // Both ways: 64 of 100 come back. The emulator's dice are the same each time, the order of the packets is not.
  assert.ok(arrived > 94 && arrived < 162, `${arrived} of 200`)
})

test('what is more than the rate takes waits, and what would wait too long is dropped', async () => {
  await lab.shape('customer', { ...badLine(150), delayMs: 0, jitterMs: 0 })
  const times = await exchange('customer', lab.houseAddress, 100, 1000)
  // 600 ms of 150 kbit/s are eleven packets of this size in the queue, whatever was sent at once.
  assert.ok(times.length >= 8 && times.length <= 20, `${times.length} of 100`)
  assert.ok(Math.max(...times) > 500, `${times}`)
})

test('a line that was cut carries nothing until it is mended, unplugged or silent', async () => {
  await lab.shape('customer', wire)
  await lab.cut('customer')
  assert.match(await lab.run('customer', 'ip', 'link', 'show', 'eth0'), 'state DOWN')
  await lab.mend('customer')
  assert.is((await exchange('customer', lab.houseAddress)).length, 20)
  await lab.cut('customer', 'silent')
  assert.equal(await exchange('customer', lab.houseAddress), [])
  await lab.mend('customer')
  assert.is((await exchange('customer', lab.houseAddress)).length, 20)
})

test('a new address is another one, and works', async () => {
  const before = lab.addressOf('operator')
  await lab.changeAddress('operator')
  assert.is.not(lab.addressOf('operator'), before)
  assert.is((await exchange('operator', lab.houseAddress)).length, 20)
  assert.is((await exchange('customer', lab.addressOf('operator'))).length, 20)
})

test('UDP can be blocked for one person, and the way between the two', async () => {
  await lab.blockUdp('customer')
  assert.equal(await exchange('customer', lab.houseAddress), [])
  await lab.mend('customer')
  await lab.blockDirect()
  assert.equal(await exchange('customer', lab.addressOf('operator')), [])
  assert.is((await exchange('customer', lab.houseAddress)).length, 20)
})

test('a lab whose owner was killed is swept away by the next, with whoever lived in it', async () => {
  const owner = spawn(process.execPath, ['--import', 'tsx', 'tests/support/lab/dying-owner.ts'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [said] = (await once(owner.stdout, 'data')) as [Buffer]
  const sleeper = Number(String(said))
  const ended = once(owner, 'exit')
  owner.kill('SIGKILL')
  await ended
  const left = `lab-${owner.pid}-`
  assert.match(await command('ip', ['netns', 'list']), left)
  const other = await openLab()
  await other.close()
  assert.not.match(await command('ip', ['netns', 'list']), left)
  await untilTrue('the sleeper has gone', async () => {
    const state = await readFile(`/proc/${sleeper}/stat`, 'utf8').catch(() => ') Z')
    return state.includes(') Z')
  })
})

test('several labs run side by side, and each leaves nothing behind', async () => {
  const others = await Promise.all([openLab(), openLab()])
  assert.is((await exchange('customer', lab.houseAddress)).length, 20)
  await Promise.all(others.map((other) => other.close()))
  const left = (await command('ip', ['netns', 'list'])).match(new RegExp(`lab-${process.pid}-`, 'g'))
  assert.is(left?.length, 3)
})

test.after(() => lab.close())
test.run()

/** Sends packets all at once; gives the round-trip times of those that came back, in ms. */
async function exchange(from: Side, to: string, count = 20, bytes = 100): Promise<number[]> {
  const [near, far] = [await lab.udpSocket(from), await lab.udpSocket(placeOf(to))]
  far.on('message', (packet, sender) => far.send(packet.subarray(0, 100), sender.port, sender.address))
  const { port } = far.address()
  const times: number[] = []
  const started = performance.now()
  let last = started
  near.on('message', () => {
    last = performance.now()
    times.push(last - started)
  })
  for (let sent = 0; sent < count; sent++) near.send(Buffer.alloc(bytes), port, to)
  const isOver = () => times.length === count || performance.now() - last > 900
  await untilTrue('no more packets come', isOver)
  await Promise.all([near, far].map(closed))
  return times
}

const placeOf = (address: string) =>
  (['customer', 'operator'] as const).find((side) => lab.addressOf(side) === address) ?? 'house'

async function closed(socket: Socket): Promise<void> {
  const gone = once(socket, 'close')
  socket.close()
  await gone
}
