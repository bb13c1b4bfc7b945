import { createRequire } from 'node:module'
import { bundle, compilerVersion } from './compiler.mjs'
import { kept, placeOf } from './kept.mjs'

// As one file: its six hundred take longer to find and read than most tests take to run.
const { version } = createRequire(import.meta.url)('happy-dom/package.json')
await kept('happy-dom', `${compilerVersion} ${version}`, () => bundle('happy-dom'))
const { Window } = await import(placeOf('happy-dom').href)

// Node's own events are refused by happy-dom's elements; everything else that Node has stays Node's,
// so that fetch, crypto, timers and streams are the real ones.
const pagesOwn = ['Event', 'EventTarget', 'CustomEvent', 'MessageEvent', 'navigator']
const window = new Window({ url: 'http://localhost:8787/' })

for (const name of Object.getOwnPropertyNames(window)) {
  if (name in globalThis && !pagesOwn.includes(name)) continue
  Object.defineProperty(globalThis, name, { value: window[name], configurable: true, writable: true })
}
Object.assign(globalThis, { window: globalThis, self: globalThis })

// A page's interval dies with the page; Node would wait for it. The router starts one as it loads, for good.
const { setInterval } = globalThis
globalThis.setInterval = (...args) => setInterval(...args).unref()
