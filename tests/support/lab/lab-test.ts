import { test } from 'uvu'
import { labHindrance } from './hindrance.ts'

/** uvu's `test` for a file that needs the lab; skipped where there can be none. `more` as in `labHindrance`. */
export async function labTest(more?: Readonly<Record<string, string>>): Promise<typeof test> {
  return testUnless(await labHindrance(more))
}

/**
 * uvu's `test`, or one whose tests and hooks are skipped, said why, and counted as skipped: nobody may take them
 * for passed.
 */
export function testUnless(hindrance: string | null): typeof test {
  if (hindrance === null) return test
  console.log(`hint: skipped, ${hindrance}`)
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
