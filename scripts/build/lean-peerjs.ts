import { fileURLToPath } from 'node:url'
import type { Plugin } from 'vite'

const ours = (name: string) =>
  JSON.stringify(fileURLToPath(new URL(`../../pwa/call/${name}.ts`, import.meta.url)))

const util = '$4f4134156c446392$export$7debb50ef11d5e0b'
const logger = '$257947e92926277a$export$2e2bcd8739ae039'
const events = '$c4dcfd1d1ea86647$exports'
const peer = '$416260bce337df90$export$ecd1fc136c422448'

/** From a text up to another one, and what stands there instead. */
type Cut = [from: string, until: string, instead: string]

const cuts: Cut[] = [
  // Packers for binary data, and a library for browsers of ten years ago, which is asked only for a name.
  ['import {pack as', 'function $parcel$export(', ''],
  // Asks what the browser can do by making a connection; the addresses of strangers' servers.
  ['class $fcbcc7538a6776d5$', 'const $257947e92926277a$var$LOG_PREFIX', asksLittle()],
  ['const $257947e92926277a$var$LOG_PREFIX', `var ${events} = {};`, ''],
  [
    `var ${events} = {};`,
    'var $78455e22dea96b8c$exports = {};',
    `import { EventEmitter } from ${ours('event-emitter')};\nconst ${events} = { EventEmitter };\n`,
  ],
  ['var $78455e22dea96b8c$exports = {};', 'var $78455e22dea96b8c$export$3157d57b4135e3bc', ''],
  // The way to the broker may have been begun already.
  [
    'class $8f5bfa60836d261d$',
    ' extends',
    `import { BrokerSocket } from ${ours('broker-socket')};\nclass $8f5bfa60836d261d$export$4798917dbf149b79`,
  ],
  ['new WebSocket(', 'wsUrl', 'new BrokerSocket('],
  // The broker's list of peers, and ids that it makes up; connections that carry data alone.
  ['class $abf266641927cd89$', 'class $416260bce337df90$var$PeerOptions', ''],
  ['this._api = new', 'this._socket = ', ''],
  ['else this._api.retrieveId()', '\n    }\n    _createServerConnection', ''],
  ['raw: (0, $bbaee3f15f714663$', '}, this._id = null', ''],
  // A packer more, and the names of what is gone.
  ['class $20dbe68149d7aad9$', '//# sourceMappingURL', `export { ${peer} as Peer };\n`],
]

/**
 * Of PeerJS what a call takes: the peer, its socket and its media connections. It logs nothing, and says nothing to
 * anyone but our own broker. Our control channel goes beside the pictures, in the same connection, so that PeerJS
 * needs no data connections; one that is offered is not answered.
 */
export function leanPeerjs(): Plugin {
  return {
    name: 'lean-peerjs',
    enforce: 'pre',
    transform(code, id) {
      if (!id.endsWith('/peerjs/dist/bundler.mjs')) return null
      return { code: withoutData(withPlainNames(withoutLogs(cuts.reduce(cutOut, code)))), map: null }
    },
  }
}

function asksLittle(): string {
  return `const ${util} = {
  supports: { audioVideo: typeof RTCPeerConnection === 'function' },
  validateId: () => true,
  randomToken: () => Math.random().toString(36).slice(2),
};
`
}

function cutOut(code: string, [from, until, instead]: Cut): string {
  const start = code.indexOf(from)
  const end = code.indexOf(until, start)
  if (start < 0 || end < 0) throw unknown(from)
  return code.slice(0, start) + instead + code.slice(end)
}

/** Each stands at the end of its line. */
function withoutLogs(code: string): string {
  const calls = code.replace(/\(0, (\S+?)\)\.\w+(\(.*\)| = .*);$/gm, (line, name) =>
    name === logger ? ';' : line,
  )
  const left = calls.replace(/^ *if \(this\._options\.logFunction\) ;$/m, '')
  if (left.includes(logger)) throw unknown('a log')
  return left
}

/** The names of events, messages and errors where they are used, instead of tables of them. */
function withPlainNames(code: string): string {
  const table = /var (\S+) = \/\*#__PURE__\*\/ function\((\w+)\) \{([\s\S]*?)return \2;\n\}\(\{\}\);/g
  const names = new Map<string, string>()
  const without = code.replace(table, (_, place: string, _name, entries: string) => {
    for (const [, name, value] of entries.matchAll(/\["(\w+)"\] = ("[^"]*")/g))
      names.set(`(0, ${place}).${name}`, value ?? '')
    return ''
  })
  if (names.size === 0) throw unknown('its names')
  return without.replace(/\(0, \S+?\)\.\w+/g, (used) => names.get(used) ?? used)
}

function withoutData(code: string): string {
  const asked = /\b\w+(\.\w+)*\.type === "data"/g
  if (code.search(asked) < 0) throw unknown('its data connections')
  return code.replace(asked, 'false')
}

const unknown = (what: string) =>
  new Error(`PeerJS is not as we know it: ${what}. See scripts/build/lean-peerjs.ts`)
