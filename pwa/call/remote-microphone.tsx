import MicOff from 'lucide-solid/icons/mic-off'
import { Show } from 'solid-js'
import { useWords } from '../words/words.tsx'
import type { Line } from './line.ts'

/** Says why nothing is heard, so that nobody looks for the fault at their own end. */
export function RemoteMicrophone(props: { line: Line }) {
  const { t } = useWords()
  const microphone = () => props.line.remoteMedia().microphone
  return (
    <Show when={props.line.remote() && microphone() !== 'on'}>
      <p class="inline-flex items-center gap-1.5 rounded-full bg-stage-glass px-3 py-1 text-xs">
        <MicOff class="size-3.5" />
        {t(microphone() === 'off' ? 'call.remote-muted' : 'call.remote-microphone-none')}
      </p>
    </Show>
  )
}
