import { register } from 'node:module'

// Sends every `import … from 'uvu'` to ./timed-uvu.mjs.
register('./time-out-hook.mjs', import.meta.url)
