/** What the files of a room may import. Rooms are named by their path; the longest match wins. */
export interface Room {
  /** Rooms whose values it may import. Its own room is always allowed. */
  values: string[]
  /** Rooms of which it may know the types only. */
  types?: string[]
  /** Whether it may import packages; `domain` may not, so that it runs anywhere. */
  packages: boolean
  /** Whether it may import `node:` modules. */
  node?: true
}

const law = 'edge/domain'
const look = ['pwa/ui', 'pwa/platform', 'pwa/words', law]
const talk = ['pwa/conversation', 'pwa/call']
const edge = { types: ['edge/api.ts'], packages: true }

export const rooms: Record<string, Room> = {
  'edge/domain': { values: [], packages: false },
  'edge/config.ts': { values: [law], packages: true },
  'edge/store': { values: [law], packages: true },
  'edge/gateways': { values: [law], packages: true },
  'edge/actions': { values: [law, 'edge/store'], types: ['edge/gateways'], packages: true },
  'edge/views': { values: [law, 'edge/store'], packages: true },
  'edge/routes': {
    values: [law, 'edge/actions', 'edge/views'],
    types: ['edge/gateways', 'edge/store'],
    packages: true,
  },
  'edge/pulse.ts': {
    values: [law, 'edge/actions', 'edge/routes'],
    types: ['edge/gateways', 'edge/store'],
    packages: true,
  },
  'edge/api.ts': {
    values: [law, 'edge/actions', 'edge/views', 'edge/routes'],
    types: ['edge/gateways', 'edge/store', 'edge/config.ts'],
    packages: true,
  },
  'edge/outside.ts': {
    values: [law, 'edge/gateways'],
    types: ['edge/config.ts', 'edge/routes'],
    packages: true,
  },
  'edge/first-admin.ts': { values: [law, 'edge/store'], types: ['edge/config.ts'], packages: true },
  'edge/workerd': {
    values: [
      ...['schema.sql', law, 'edge/store', 'edge/actions', 'edge/routes', 'edge/gateways'],
      ...['edge/api.ts', 'edge/config.ts', 'edge/pulse.ts', 'edge/outside.ts', 'edge/first-admin.ts'],
    ],
    packages: true,
  },
  'edge/node': { values: ['edge', 'peer-server'], packages: true, node: true },
  'edge/main.ts': { values: ['edge', 'peer-server'], packages: true, node: true },

  'pwa/ui': { ...edge, values: look },
  'pwa/platform': { ...edge, values: look },
  'pwa/words': { ...edge, values: look },
  'pwa/offline': { ...edge, values: ['pwa/platform', law] },
  'pwa/shell': { ...edge, values: look },
  'pwa/conversation': { ...edge, values: [...look, ...talk, 'pwa/shell'] },
  'pwa/call': { ...edge, values: [...look, ...talk, 'pwa/shell'] },
  'pwa/operator': { ...edge, values: [...look, ...talk, 'pwa/shell', 'pwa/offline'] },
  'pwa/customer': { ...edge, values: [...look, ...talk, 'pwa/shell'] },
  'pwa/app-manifest.ts': { values: [], packages: true },
  'pwa/service-worker': { ...edge, values: ['pwa/platform', 'pwa/offline', 'pwa/words', law] },

  'peer-server': { values: [law], packages: true, node: true },
}
