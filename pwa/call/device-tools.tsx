import { DevicePanel } from './device-panel.tsx'
import { createDevices } from './devices.ts'
import type { StageView } from './stage-tools.ts'

/** The panel of devices, with what it needs to know of them; fetched when somebody asks for it. */
export function DeviceTools(props: { stage: StageView; onClose(): void }) {
  const { line, remote } = props.stage
  const devices = createDevices(line, remote)
  return <DevicePanel devices={devices} microphone={line.microphone()} onClose={() => props.onClose()} />
}
