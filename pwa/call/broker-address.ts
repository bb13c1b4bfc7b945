export interface BrokerAddress {
  host: string
  port: number
  path: string
  secure: boolean
}

/**
 * PeerJS wants a broker's URL in pieces; what is left out falls back to a stranger's broker.
 * A path alone, such as `/peer`, is on the page's own origin.
 */
export function brokerAddress(url: string, page: string): BrokerAddress {
  const { protocol, hostname, port, pathname } = new URL(url, page)
  const secure = protocol === 'wss:' || protocol === 'https:'
  return { host: hostname, port: Number(port) || (secure ? 443 : 80), path: pathname, secure }
}
