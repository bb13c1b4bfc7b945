import { CustomerPage } from '../../support/customer-page.ts'
import type { HouseProcess } from '../../support/house-process.ts'
import type { LabHouse } from '../../support/lab/lab-house.ts'
import type { Side } from '../../support/lab/open-lab.ts'
import type { Talker } from '../../support/talker.ts'

export interface Suffering {
  house: LabHouse<HouseProcess>
  side: Side
  talkers: Record<Side, Talker>
}

/** Something that goes wrong, and ends. */
export interface Fault {
  name: string
  /** Whether the two reach each other by the relay alone. */
  isRelayed?: boolean
  /** Whether the media ought not to be touched by it: then gaps are measured. */
  isHarmless?: boolean
  changesAddress?: boolean
  /** Where it always happens on one side. */
  befalls?: Side
  /** How long it lasts. */
  seconds: number
  /** Who has to say "Reconnecting…". */
  saidBy?: 'both' | 'other'
  /** Resolves with the moment from which on nothing stood in the way any more. */
  happen(suffering: Suffering): Promise<number>
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

export const faults: readonly Fault[] = [
  outage('unplugged', 5),
  outage('silent', 5),
  outage('unplugged', 20),
  outage('silent', 20),
  outage('unplugged', 60),
  outage('silent', 60),
  {
    name: 'another address',
    changesAddress: true,
    seconds: 0,
    async happen({ house, side }) {
      const from = Date.now()
      await house.lab.changeAddress(side)
      return from
    },
  },
  {
    name: 'asleep for 60 s',
    seconds: 60,
    saidBy: 'other',
    async happen({ house, side }) {
      await house.lab.sleep(side)
      await pause(60_000).finally(() => house.lab.wakeUp(side))
      return Date.now()
    },
  },
  {
    name: 'page loaded again',
    seconds: 0,
    async happen({ side, talkers }) {
      const from = Date.now()
      await talkers[side].page.reload({ waitUntil: 'commit' })
      return from
    },
  },
  {
    name: 'opened in a second tab',
    befalls: 'customer',
    seconds: 0,
    async happen({ talkers }) {
      const { page } = talkers.customer
      // Those from before would take up the few connections that a browser has for one server.
      for (const older of page.context().pages()) if (older !== page) await older.close()
      const second = await page.context().newPage()
      const from = Date.now()
      await second.goto(page.url(), { waitUntil: 'commit' })
      talkers.customer = new CustomerPage(second)
      return from
    },
  },
  {
    name: 'relay killed, back after 5 s',
    isRelayed: true,
    seconds: 5,
    saidBy: 'both',
    async happen({ house }) {
      await house.relay.stop()
      await pause(5_000)
      await house.relay.start()
      return Date.now()
    },
  },
  {
    name: 'API and broker killed, back after 5 s',
    isHarmless: true,
    seconds: 5,
    async happen({ house }) {
      const from = Date.now()
      await house.inner.kill()
      await pause(5_000)
      await house.inner.startAgain()
      return from
    },
  },
]

function outage(how: 'unplugged' | 'silent', seconds: number): Fault {
  return {
    name: `no network for ${seconds} s, ${how}`,
    seconds,
    saidBy: 'both',
    async happen({ house, side }) {
      await house.lab.cut(side, how)
      await pause(seconds * 1000)
      const from = Date.now()
      await house.lab.mend(side)
      return from
    },
  }
}
