// A page with nothing but a call. The test plays the edge: it says which call is open.
import { createSignal } from 'solid-js'
import { render } from 'solid-js/web'
import type { CallId } from '../../../../edge/domain/ids.ts'
import type { Side } from '../../../../edge/domain/tickets.ts'
import type { LineTicket, OpenCall } from '../../../../edge/domain/wire.ts'
import { followCall } from '../../../../pwa/call/call-desk.ts'
import { CallPlace } from '../../../../pwa/call/call-place.tsx'
import { comebackLater } from '../../../../pwa/call/comeback-later.ts'
import { CustomerLayers } from '../../../../pwa/call/customer-layers.tsx'
import { makeCustomerTools } from '../../../../pwa/call/customer-tools.tsx'
import { createLine } from '../../../../pwa/call/line.ts'
import { makeOperatorTools } from '../../../../pwa/call/operator-tools.tsx'
import { call } from '../../../../pwa/words/en/call.ts'
import { callDevices } from '../../../../pwa/words/en/call-devices.ts'
import { callTools } from '../../../../pwa/words/en/call-tools.ts'
import { quality } from '../../../../pwa/words/en/quality.ts'
import { shared } from '../../../../pwa/words/en/shared.ts'
import { WordsProvider } from '../../../../pwa/words/words.tsx'
import { installProbe, type Person } from './probe.ts'

const asked = new URLSearchParams(location.search)
const side = asked.get('side') as Side
installProbe((asked.get('person') as Person | null) ?? 'grants')

function Page() {
  const said: string[] = []
  const [call, setCall] = createSignal<OpenCall | null>(openCall())
  const line = createLine({
    side,
    ticket: () => ticket(),
    alive: (id) => void said.push(`alive ${id}`),
    restart: (_, word, signal) => post('restart', word ? { word } : {}, signal),
    comeback: comebackLater(() => import('../../../../pwa/call/comeback.ts')),
    care: () => import('../../../../pwa/call/quality/care-on-stage.tsx'),
    report: (id, report) => void said.push(`report ${id} ${JSON.stringify(report)}`),
  })
  followCall(line, call)
  new EventSource(`/signals/${asked.get('conversation')}/${side}`).onmessage = () => line.look()
  Object.assign(window, { line, setCall, said })
  return (
    <main class="grid h-dvh grid-cols-[minmax(0,1fr)] grid-rows-[minmax(0,1fr)_auto]">
      <div>
        {' '}
        <CallPlace
          line={line}
          call={call()}
          remoteName={side === 'customer' ? 'Ada Operator' : 'Bora Customer'}
          onAnswer={() => said.push('answer')}
          onDecline={() => said.push('decline')}
          onEnd={() => said.push('end')}
          tools={
            side === 'customer'
              ? makeCustomerTools(CustomerLayers)
              : makeOperatorTools({ onKeepPhoto: (photo, name) => said.push(`keep ${name} ${photo.size}`) })
          }
        />
      </div>{' '}
      {side === 'customer' && <form class="h-16 bg-raised" aria-label="Where one writes" />}
    </main>
  )
}

function openCall(): OpenCall | null {
  const id = asked.get('call') as CallId | null
  return id && { id, state: 'live', placedBy: 'customer', answeredAt: Date.now() }
}

const ticket = () => post<LineTicket>('ticket')

async function post<T>(what: string, body = {}, signal: AbortSignal | null = null): Promise<T> {
  const sent = { method: 'POST', body: JSON.stringify(body), signal }
  const answer = await fetch(`/${what}/${asked.get('conversation')}/${side}`, sent)
  if (!answer.ok) throw Object.assign(new Error(`no ${what}`), { status: answer.status })
  return answer.json()
}

const en = { ...shared, ...call, ...callDevices, ...callTools, ...quality }
const source = { language: 'en' as const, dictionary: en, load: async () => en }
const root = document.getElementById('app')
if (root) {
  render(
    () => (
      <WordsProvider source={source}>
        <Page />
      </WordsProvider>
    ),
    root,
  )
}
