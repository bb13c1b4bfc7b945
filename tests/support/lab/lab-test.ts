import { test } from 'uvu'
import { labHindrance } from './hindrance.ts'

/**
 * uvu's `test` for a file that needs the lab. Where there can be none its tests and hooks are skipped, said why,
 * and counted as skipped: nobody may take them for passed.
 */
export async function labTest(more: Readonly<Record<string, string>> = {}): Promise<typeof test> {
  const why = await labHindrance(more)
  if (why === null) return test
  console.log(`hint: skipped, ${why}`)
  const nothing = () => {}
  const hook = Object.assign(nothing, { each: nothing })
  return Object.assign((...given: Parameters<typeof test>) => test.skip(...given), {
    only: test.skip,
    skip: test.skip,
    before: hook,
    after: hook,
    run: test.run,
  }) as typeof test
}
