import { type Component, createSignal, Show } from 'solid-js'
import type { Side } from '../../../edge/domain/tickets.ts'
import { keepRecord, type RecordOptions } from './keep-record.ts'
import { type Cared, createLinkCare } from './link-care.ts'
import { QualityButton } from './quality-button.tsx'
import { QualityPanel } from './quality-panel.tsx'
import { QualitySign } from './quality-sign.tsx'
import { StillPicture } from './still-picture.tsx'

export interface CareOfCall extends Omit<Cared, 'passed'>, RecordOptions {
  side: Side
}

/** What the care for a call adds to its stage. */
export interface CareOnStage {
  /** In the place of the other side's video. */
  Still: Component<{ name: string; class: string }>
  /** Among the words at the top. */
  Sign: Component<{ name: string }>
  /** In the upper right corner. */
  Button: Component
  /** Over everything. */
  Panel: Component<{ name: string }>
}

export function createCareOnStage({
  side,
  callId,
  state,
  sincePictured,
  report,
  ...cared
}: CareOfCall): CareOnStage {
  const passed = keepRecord({ callId, state, sincePictured, report })
  const care = createLinkCare({ ...cared, state, passed })
  const [hasPanel, setPanel] = createSignal(false)
  const isSeen = () => cared.remoteMedia().screen || cared.remoteMedia().camera === 'on'

  return {
    Still: (props) => (
      <Show when={isSeen() && care.otherStills() && care.still()}>
        {(still) => <StillPicture still={still()} name={props.name} class={props.class} />}
      </Show>
    ),
    Sign: (props) => <QualitySign care={care} name={props.name} />,
    Button: () => <QualityButton care={care} isOpen={hasPanel()} onPress={() => setPanel((is) => !is)} />,
    Panel: (props) => (
      <Show when={hasPanel()}>
        <QualityPanel
          care={care}
          name={props.name}
          hasDetails={side === 'operator'}
          onClose={() => setPanel(false)}
        />
      </Show>
    ),
  }
}
