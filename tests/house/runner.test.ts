// The runner is what every other test is believed by, so each way to look green without being it is tried here.
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { runChecks } from '../support/runner/check.ts'
import { close } from '../support/runner/report.ts'
import { runWritten } from '../support/runner/written-test.ts'

const head = `import { suite, test } from 'uvu'\nimport * as assert from 'uvu/assert'\n`
const run = (source: string, first = '', grace?: number) =>
  runWritten({ 'written.test.ts': `${first}${head}${source}\n` }, grace)
const counts = ({ passed, failed, skipped }: Awaited<ReturnType<typeof run>>) => [passed, failed, skipped]

test('passed and skipped tests are counted, with types in the source', async () => {
  const outcome = await run(`
    test('one', () => assert.is(1 as number, 1))
    test('two', async () => {})
    test.skip('three', () => assert.unreachable())
    test.run()`)
  assert.equal(counts(outcome), [2, 0, 1])
})

test('a failing assertion is counted beside those that pass, and its words are kept', async () => {
  const outcome = await run(`
    test('good', () => {})
    test('the sum is right', () => assert.is(1 + 1, 3))
    test.run()`)
  assert.equal(counts(outcome), [1, 1, 0])
  assert.match(outcome.detail, 'the sum is right')
  assert.match(outcome.detail, 'Expected values to be strictly equal')
})

test('a throwing before hook fails every test it kept from running, and says why', async () => {
  const outcome = await run(`
    test.before(() => { throw new Error('no database') })
    test('one', () => {})
    test('two', () => {})
    test.run()`)
  assert.equal(counts(outcome), [0, 2, 0])
  assert.match(outcome.detail, 'no database')
})

test('a throwing after hook is a failure although every test passed', async () => {
  const outcome = await run(`
    test.after(() => { throw new Error('not closed') })
    test('one', () => {})
    test.run()`)
  assert.is(outcome.failed, 1)
  assert.match(outcome.detail, 'not closed')
})

test('a forgotten test.run() is a failure', async () => {
  const outcome = await run(`test('one', () => {})`)
  assert.equal(counts(outcome), [0, 1, 0])
  assert.match(outcome.detail, 'test.run() is missing')
})

test('one suite that is forgotten beside another that runs is a failure', async () => {
  const outcome = await run(`
    const forgotten = suite('forgotten')
    forgotten('never', () => {})
    test('one', () => {})
    test.run()`)
  assert.equal(counts(outcome), [1, 1, 0])
})

test('an empty file is a failure', async () => {
  assert.equal(counts(await run('export {}')), [0, 1, 0])
})

test('a file whose tests are all skipped is a failure', async () => {
  assert.equal(counts(await run(`test.skip('one', () => {})\ntest.run()`)), [0, 1, 1])
})

test('one that says why is counted as skipped, and the reason is shown', async () => {
  const outcome = await run(`
    console.log('hint: skipped, there is no moon tonight')
    test.skip('one', () => {})
    test.run()`)
  assert.equal(counts(outcome), [0, 0, 1])
  assert.match(outcome.detail, 'no moon tonight')
})

test('a file that does not compile is a failure and shows the reason', async () => {
  const outcome = await run('const = 1')
  assert.is(outcome.failed, 1)
  assert.match(outcome.detail, 'Expected identifier')
})

test('a file that ends its own process early with code 0 is a failure', async () => {
  assert.is((await run(`test('one', () => process.exit(0))\ntest.run()`)).failed, 1)
})

test('a code other than 0 after passed tests is a failure', async () => {
  const outcome = await run(`
    test('one', () => { process.on('exit', () => { process.exitCode = 3 }) })
    test.run()`)
  assert.equal(counts(outcome), [1, 1, 0])
  assert.match(outcome.detail, 'code 3')
})

test('a failure before a later run() cannot be painted over by it', async () => {
  const outcome = await run(`
    test('bad', () => assert.unreachable())
    test.run()
    await new Promise((resolve) => setTimeout(resolve, 50))
    test('good', () => {})
    test.run()`)
  assert.equal(counts(outcome), [1, 1, 0])
})

test('a hanging test fails by its name and the next one still runs', async () => {
  const outcome = await run(
    `test('waits for ever', () => new Promise(() => {}))\ntest('next', () => {})\ntest.run()`,
    '// time-out: 1 s\n',
  )
  assert.equal(counts(outcome), [1, 1, 0])
  assert.match(outcome.detail, 'waits for ever')
  assert.match(outcome.detail, 'took longer than 1 s')
})

// The grandchild holds the file's output open: had it lived on, the runner would wait for it until this test is late.
test('a file that blocks its process is ended with everything it started', async () => {
  const outcome = await run(
    `import { spawn } from 'node:child_process'
    spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'inherit' })
    test('spins', () => { for (;;); })
    test.run()`,
    '// time-out: 1 s\n',
    500,
  )
  assert.equal(counts(outcome), [0, 1, 0])
  assert.match(outcome.detail, 'took longer than 1.5 s')
})

test('what failed is said once more at the end, and nothing else', async () => {
  const lines: string[] = []
  const ends = (name: string, failed: number) => ({
    name,
    run: async () => ({ passed: 1, failed, skipped: 0, detail: `told by ${name}` }),
  })
  const unseen = () => {}
  close([await runChecks([ends('good', 0), ends('bad', 2)], 1, unseen)], (line) => lines.push(line))
  assert.is(process.exitCode, 1)
  process.exitCode = undefined
  assert.is(lines.at(-1), '\n2 passed, 2 failed')
  assert.match(lines.join(), 'told by bad')
  assert.not.match(lines.join(), 'told by good')
})

test('a server that was left open is a failure although every test passed', async () => {
  const outcome = await run(
    `import { createServer } from 'node:http'
    test('one', () => { createServer().listen(0, '127.0.0.1') })
    test.run()`,
    '',
    500,
  )
  assert.equal(counts(outcome), [1, 1, 0])
  assert.match(outcome.detail, 'something was left open')
})

test.run()
