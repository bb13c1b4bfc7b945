import { type ChildProcess, spawn } from 'node:child_process'
import type { Socket } from 'node:dgram'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import type { BrowserKind } from '../browsers.ts'
import { type Certificate, makeCertificate } from './certificate.ts'
import { command } from './command.ts'
import { openHttp2Door } from './http2-door.ts'
import { type Door, openHttpsDoor } from './https-door.ts'
import { launchIn } from './launch-in.ts'
import { configure, makeNamespaces, type Place, removeNamespaces, signalEverybodyIn } from './namespaces.ts'
import { type Profile, wire } from './profiles.ts'
import { houseAddress, joinSide, networkOf, relayAddress, type Side } from './side-network.ts'
import { bindIn, listenIn } from './sockets.ts'

export type { Side } from './side-network.ts'

/**
 * A network of three machines that nobody else is on: the house, and a customer and an operator who each reach
 * it, and through it each other, over a line that can be bad, cut or moved while people talk.
 * The test itself stays outside; it holds sockets inside, and drives browsers inside through a pipe.
 */
export interface Lab {
  /** The house as the two browsers know it; what `openDoor` put there answers. */
  publicUrl: string
  houseAddress: string
  /** Of the house's machine too, so that both may have their port 443. */
  relayAddress: string
  certificate: Certificate
  addressOf(side: Side): string
  /** Puts a server of this machine, such as `http://localhost:8787`, behind https at `publicUrl`. */
  openDoor(url: string, speaks?: 'HTTP/1.1' | 'HTTP/2'): Promise<void>
  /** A Chromium on one person's machine; closed with the lab. `args` are further flags. */
  browser(side: Side, kind?: BrowserKind, args?: readonly string[]): Promise<Browser>
  /** Runs a program there to its end and gives what it printed. */
  run(place: Place, program: string, ...args: string[]): Promise<string>
  /** Starts a program there that lives until the lab closes, or is ended before. */
  start(place: Place, program: string, ...args: string[]): ChildProcess
  udpSocket(place: Place): Promise<Socket>

  shape(side: Side, profile: Profile): Promise<void>
  /** `unplugged`: the machine sees its network go. `silent`: it sees nothing, but nothing comes or goes. */
  cut(side: Side, how?: 'unplugged' | 'silent'): Promise<void>
  /** Undoes every `cut` and `block…` of this side. */
  mend(side: Side): Promise<void>
  changeAddress(side: Side): Promise<void>
  blockUdp(side: Side): Promise<void>
  /** As in offices that let people read web pages and nothing else. */
  blockAllButHttps(side: Side): Promise<void>
  /** The two cannot reach each other any more, only the house. */
  blockDirect(): Promise<void>
  /** Closes the lid: every process on this machine stands still, in the middle of whatever it does. */
  sleep(side: Side): Promise<void>
  wakeUp(side: Side): Promise<void>
  close(): Promise<void>
}

export async function openLab(profiles: Partial<Record<Side, Profile>> = {}): Promise<Lab> {
  const namespaces = await makeNamespaces()
  const leave = () => removeNamespaces(namespaces)
  process.once('exit', leave)
  const folder = await mkdtemp(join(tmpdir(), 'visavis-lab-'))
  const certificate = await makeCertificate(folder, houseAddress)
  await configure(
    namespaces.house,
    `addr add ${houseAddress}/32 dev lo`,
    `addr add ${relayAddress}/32 dev lo`,
  )
  await command('ip', inside('house', 'sh', '-c', 'echo 1 > /proc/sys/net/ipv4/ip_forward'))
  const sides = {
    customer: await joinSide(namespaces, 'customer', profiles.customer ?? wire),
    operator: await joinSide(namespaces, 'operator', profiles.operator ?? wire),
  }
  const doors: Door[] = []
  const browsers: Promise<Browser>[] = []
  const started: ChildProcess[] = []

  function inside(place: Place, program: string, ...args: string[]): string[] {
    return ['netns', 'exec', namespaces[place], program, ...args]
  }

  function start(place: Place, program: string, ...args: string[]): ChildProcess {
    const child = spawn('ip', inside(place, program, ...args), { stdio: ['ignore', 'pipe', 'pipe'] })
    started.push(child)
    return child
  }

  const wakeUp = (side: Side) => signalEverybodyIn(namespaces[side], 'SIGCONT')

  async function close(): Promise<void> {
    await Promise.all([wakeUp('customer'), wakeUp('operator')])
    await Promise.all(browsers.map(async (browser) => (await browser).close()))
    for (const door of doors) door.close()
    await Promise.all(started.map(endProcess))
    await Promise.all([sides.customer.end(), sides.operator.end()])
    process.off('exit', leave)
    leave()
    await rm(folder, { recursive: true, force: true })
  }

  return {
    publicUrl: `https://${houseAddress}`,
    houseAddress,
    relayAddress,
    certificate,
    addressOf: (side) => sides[side].address(),
    async openDoor(url, speaks = 'HTTP/1.1') {
      const server = await listenIn(namespaces.house, houseAddress, 443)
      const open = speaks === 'HTTP/2' ? openHttp2Door : openHttpsDoor
      doors.push(open(server, certificate, new URL(url)))
    },
    browser(side, kind = 'fake camera', args = []) {
      const browser = launchIn({ namespace: namespaces[side], folder, certificate, kind, args })
      browsers.push(browser)
      return browser
    },
    run: (place, program, ...args) => command('ip', inside(place, program, ...args)),
    start,
    udpSocket: (place) =>
      bindIn(namespaces[place], place === 'house' ? houseAddress : sides[place].address()),
    shape: (side, profile) => sides[side].shape(profile),
    cut: (side, how = 'unplugged') =>
      how === 'silent' ? sides[side].drop('everything') : sides[side].unplug(),
    async mend(side) {
      await sides[side].drop('nothing')
      await sides[side].plugIn()
    },
    changeAddress: (side) => sides[side].changeAddress(),
    blockUdp: (side) => sides[side].drop('udp'),
    blockAllButHttps: (side) => sides[side].drop('all but https'),
    blockDirect: () =>
      configure(
        namespaces.house,
        `rule add from ${networkOf.customer} to ${networkOf.operator} blackhole`,
        `rule add from ${networkOf.operator} to ${networkOf.customer} blackhole`,
      ),
    sleep: (side) => signalEverybodyIn(namespaces[side], 'SIGSTOP'),
    wakeUp,
    close,
  }
}

async function endProcess(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = once(child, 'exit')
  child.kill('SIGKILL')
  await ended
}
