import { bundledDom } from './compiled.mjs'

const { Window } = await import(await bundledDom())

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
