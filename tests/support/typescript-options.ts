/** Makes Node run the tree's TypeScript in a process that a test starts, as quickly as the tests themselves. */
export const typescriptOptions = ['--import', new URL('./runner/load-preload.mjs', import.meta.url).href]
