import { type Accessor, createSignal, onCleanup } from 'solid-js'
import { handoverFragment, handoverMs } from '../../edge/domain/handover.ts'
import type { ConversationId } from '../../edge/domain/ids.ts'
import type { HandoverAnswer } from '../../edge/domain/wire.ts'
import { request } from '../platform/request.ts'

/**
 * The address that another browser of this phone goes on from: the page's own, with a code that is renewed for as long
 * as it is shown. It is put into the address field too, for an app's menu that opens the page elsewhere. It is made
 * before it is asked for: a copy that waits for the network first is no longer of the tap.
 */
export function createHandover(conversationId: ConversationId): Accessor<string> {
  const [href, setHref] = createSignal(location.href)
  const { token = '' } = headStart.asked

  async function renew() {
    const { code } = await request<HandoverAnswer>('POST', `/api/visits/${conversationId}/handover`, {})
    history.replaceState(history.state, '', handoverFragment(token, code))
    setHref(location.href)
  }
  // Without one the address is the link's: the page that opens it says that the conversation is elsewhere.
  const tryRenewing = () => void renew().catch(() => {})

  tryRenewing()
  const timer = setInterval(tryRenewing, handoverMs / 2)
  onCleanup(() => clearInterval(timer))
  return href
}
