import './node-version.mjs'

const { testTools } = await import('./test-tools.mjs')
const tools = testTools()
const { chosen, close, compileTests, cores, nothing, runChecks, suites } = await import('./runner.mjs')
const { buildChecks, walkJourneys } = await import('./walks.mjs')

const [built] = await Promise.all([runChecks(buildChecks, cores), compileTests(), tools])
// One at a time: what is walked here is heavy by itself, and its waits are real ones.
const walks = chosen(await suites.chaos(), process.argv.slice(2))
close([built, built.failed ? nothing : await walkJourneys(walks, 1)])
