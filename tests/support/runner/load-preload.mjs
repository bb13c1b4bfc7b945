import { register } from 'node:module'

// A failure names the line that was written, not the one that was made of it.
process.setSourceMapsEnabled(true)
register('./load-hooks.mjs', import.meta.url)
