import Settings from 'lucide-solid/icons/settings-2'
import { type Component, createSignal, Show } from 'solid-js'
import { later } from '../conversation/later.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import { useWords } from '../words/words.tsx'
import type { CustomerLayersProps } from './customer-layers.tsx'
import { keepEarly } from './keep-early.ts'
import { onStage } from './on-stage.ts'
import type { MakeStageTools, StageTools, StageView } from './stage-tools.ts'

const DeviceTools = later(() => import('./device-tools.tsx').then((parts) => parts.DeviceTools))

/** The customer's end of the operator's tools. What they show comes once the call is seen, or with their first word. */
export function makeCustomerTools(Layers: Component<CustomerLayersProps>): MakeStageTools {
  return (stage) => makeTools(stage, Layers)
}

function makeTools(stage: StageView, CustomerLayers: Component<CustomerLayersProps>): StageTools {
  const { t } = useWords()
  const { line } = stage
  const [hasDevices, setDevices] = createSignal(false)
  const [isPointedAt, setPointedAt] = createSignal(false)
  const [isSpokenTo, setSpokenTo] = createSignal(false)
  const early = keepEarly()

  line.tools.listen((message) => {
    // What is said about the connection is for others.
    if (message instanceof ArrayBuffer || message.t === 'link') return
    early.keep(message)
    setSpokenTo(true)
  })

  return {
    Buttons: () => (
      <IconButton
        label={t('call.devices')}
        icon={Settings}
        look={onStage}
        aria-haspopup="dialog"
        aria-expanded={hasDevices()}
        onClick={() => setDevices((is) => !is)}
      />
    ),
    Panels: () => (
      <Show when={stage.size() !== 'reduced' && hasDevices()}>
        <DeviceTools stage={stage} onClose={() => setDevices(false)} />
      </Show>
    ),
    Layers: () => (
      <Show when={line.isSettled() || isSpokenTo()}>
        <CustomerLayers stage={stage} takeEarly={early.take} onPointed={setPointedAt} />
      </Show>
    ),
    // One's own picture is what is being pointed at: it is large for as long.
    isSwapped: () => isPointedAt() && line.local() !== null,
  }
}
