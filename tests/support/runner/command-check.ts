import type { Check } from './check.ts'
import { runNode } from './test-process.ts'

const limits = { file: 180_000, linger: 180_000 }

/** A tool of node_modules/.bin that passes when it ends with code 0. */
export function commandCheck(name: string, tool: string, ...args: string[]): Check {
  return {
    name,
    run: async () => {
      const { output, code, stopped } = await runNode(
        [`node_modules/.bin/${tool}`, ...args],
        process.env,
        limits,
      )
      const ok = code === 0
      return {
        passed: ok ? 1 : 0,
        failed: ok ? 0 : 1,
        skipped: 0,
        detail: ok ? '' : `${output}${stopped ?? ''}`,
      }
    },
  }
}
