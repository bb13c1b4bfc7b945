import { register } from 'node:module'

// Compiles Solid's JSX, which tsx would take for React's.
register('./solid-hook.mjs', import.meta.url)
