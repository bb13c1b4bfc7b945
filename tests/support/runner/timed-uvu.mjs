// uvu as the tests see it under the runner: a test that hangs fails by its name, a hook that throws says so,
// and tests that were written but never run are not forgotten.
import { clearTimeout, setTimeout } from 'node:timers'
import { exec, suite as plainSuite } from 'uvu'

const limit = Number(process.env.TEST_LIMIT_MS ?? 30_000)
let waiting = 0

export { exec }
export const suite = (name, state) => timed(plainSuite(name, state))
export const test = suite()

function timed(plain) {
  let added = 0
  const adding = (add) => (name, handler) => {
    added += 1
    waiting += 1
    add(name, limited(handler))
  }
  const run = () => {
    waiting -= added
    added = 0
    plain.run()
  }
  return Object.assign(adding(plain), hooks(plain), { only: adding(plain.only), skip: plain.skip, run })
}

function hooks({ before, after }) {
  const named = (name, add) => (handler) => add(loud(name, limited(handler)))
  return {
    before: Object.assign(named('before', before), { each: named('before.each', before.each) }),
    after: Object.assign(named('after', after), { each: named('after.each', after.each) }),
  }
}

function limited(handler) {
  return async (state) => {
    let timer
    const late = new Promise((_, reject) => {
      timer = setTimeout(() => reject(new Error(`took longer than ${limit / 1000} s`)), limit)
    })
    try {
      await Promise.race([handler(state), late])
    } finally {
      clearTimeout(timer)
    }
  }
}

// uvu swallows what a hook throws; the count would then be wrong with no reason given.
function loud(name, handler) {
  return async (state) => {
    try {
      await handler(state)
    } catch (error) {
      console.error(`\n  a "${name}" hook failed:`, error)
      throw error
    }
  }
}

process.on('exit', () => {
  if (waiting === 0) return
  console.error(`${waiting} tests were written but never run: test.run() is missing`)
  process.exitCode = 1
})
