import type { CustomerPage } from '../customer-page.ts'
import { type OpenHouse, openHouse } from '../open-house.ts'
import type { OperatorPage } from '../operator-page.ts'
import type { People } from '../people.ts'
import { type Coturn, startCoturn, turnSecret } from '../turn/coturn.ts'
import { type Lab, openLab } from './open-lab.ts'

/** A house that stands in a lab, with a relay beside it. Whoever needs the lab gets it here. */
export interface LabHouse<House extends OpenHouse = OpenHouse> extends OpenHouse {
  lab: Lab
  /** The house itself. */
  inner: House
  relay: { stop(): Promise<void>; start(): Promise<void> }
  /** An operator and a customer in a call, each on their own machine. */
  meet(people: People): Promise<[OperatorPage, CustomerPage]>
}

/** Which relay's addresses the house tells, when all of them are told. */
const relayUrls = ({ relayAddress }: Lab) =>
  `turn:${relayAddress}:3478,turn:${relayAddress}:3478?transport=tcp,turns:${relayAddress}:443?transport=tcp`

export async function openLabHouse<House extends OpenHouse>(
  open: (over: Record<string, string>) => Promise<House>,
  over: Record<string, string> = {},
): Promise<LabHouse<House>> {
  const lab = await openLab()
  const relayed = { TURN_URLS: relayUrls(lab), TURN_SECRET: turnSecret }
  const inner = await open({ PUBLIC_URL: lab.publicUrl, ...relayed, ...over })
  await lab.openDoor(inner.url)
  let coturn: Coturn | null = null

  const relay = {
    async stop() {
      await coturn?.end()
      coturn = null
    },
    async start() {
      coturn = await startRelay(lab)
    },
  }

  await relay.start()
  return {
    ...inner,
    lab,
    inner,
    relay,
    async meet(people) {
      const [browser, theirs] = await Promise.all([lab.browser('operator'), lab.browser('customer')])
      return people.meet({ browser }, { browser: theirs })
    },
    async end() {
      await relay.stop()
      await lab.close()
      await inner.end()
    },
  }
}

/** For `walkIn`. */
export const inLab = (over?: Record<string, string>) => () => openLabHouse(openHouse, over)

/** On the ports of the shipped configuration. */
function startRelay({ relayAddress, certificate, start }: Lab): Promise<Coturn> {
  const options = {
    'listening-ip': relayAddress,
    'relay-ip': relayAddress,
    cert: certificate.certFile,
    pkey: certificate.keyFile,
  }
  return startCoturn(options, (program, ...args) => start('house', program, ...args))
}
