import { early, heard } from './early-socket.ts'

/**
 * To be called with `new`, as PeerJS does in the place of `WebSocket` (scripts/build/lean-peerjs.ts): goes on with the
 * early one, if it came with the same token and still lives.
 */
export function BrokerSocket(url: string): WebSocket {
  const begun = early
  if (!begun || begun.readyState > WebSocket.OPEN || tokenIn(begun.url) !== tokenIn(url)) {
    return new WebSocket(url)
  }
  // By then PeerJS has said what is to happen.
  queueMicrotask(() => catchUp(begun))
  return begun
}

const tokenIn = (url: string) => new URL(url).searchParams.get('token')

function catchUp(socket: WebSocket): void {
  if (socket.readyState === WebSocket.OPEN) socket.onopen?.(new Event('open'))
  for (const event of heard.splice(0)) if (event.target === socket) socket.onmessage?.(event)
}
