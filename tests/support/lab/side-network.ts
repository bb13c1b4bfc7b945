import { type LineState, startEmulator } from './emulator.ts'
import { configure, type Namespaces } from './namespaces.ts'
import type { Profile } from './profiles.ts'

export type Side = 'customer' | 'operator'

// Addresses as the world outside has them: the relay's shipped configuration refuses to reach private ones.
// No packet leaves the namespaces.
export const houseAddress = '11.7.0.1'
export const relayAddress = '11.7.0.2'
export const networkOf = { customer: '11.7.1.0/24', operator: '11.7.2.0/24' }
const device = 'eth0'

/** One person's machine and its line to the house. */
export interface SideNetwork {
  address(): string
  shape(profile: Profile): Promise<void>
  drop(what: LineState['drop']): Promise<void>
  /** The device goes down, and the machine knows it. */
  unplug(): Promise<void>
  plugIn(): Promise<void>
  /** As from Wi-Fi to mobile data: every socket of the old address is dead. */
  changeAddress(): Promise<void>
  end(): Promise<void>
}

export async function joinSide(namespaces: Namespaces, side: Side, profile: Profile): Promise<SideNetwork> {
  const [here, house] = [namespaces[side], namespaces.house]
  let state: LineState = { ...profile, drop: 'nothing' }
  let last = 2
  const emulator = await startEmulator({ namespace: here, device }, { namespace: house, device: side }, state)
  await configure(house, `link set ${side} mtu 1400 up`, `route add ${networkOf[side]} dev ${side}`)
  await configure(here, `link set ${device} mtu 1400`)

  const address = () => networkOf[side].replace('0/24', String(last))
  const settle = () =>
    configure(here, `addr add ${address()}/24 dev ${device}`, `route add default dev ${device}`)
  const plugIn = () => configure(here, `link set ${device} up`, `route replace default dev ${device}`)
  await configure(here, `link set ${device} up`)
  await settle()

  const change = (to: Partial<LineState>) => {
    state = { ...state, ...to }
    return emulator.shape(state)
  }
  return {
    address,
    shape: change,
    drop: (drop) => change({ drop }),
    unplug: () => configure(here, `link set ${device} down`),
    plugIn,
    async changeAddress() {
      await configure(here, `addr flush dev ${device}`)
      last += 1
      await settle()
    },
    end: () => emulator.end(),
  }
}
