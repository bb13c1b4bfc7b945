export const networkIsBack = 'visavis.network-is-back'

export function onNetworkIsBack(act: () => void): () => void {
  addEventListener(networkIsBack, act)
  const channel = typeof BroadcastChannel === 'function' ? new BroadcastChannel(networkIsBack) : null
  if (channel) channel.onmessage = act
  return () => {
    removeEventListener(networkIsBack, act)
    channel?.close()
  }
}
