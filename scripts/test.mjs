import './node-version.mjs'

// Debian's packages come while ours are installed, compiled and built.
const { testTools } = await import('./test-tools.mjs')
const tools = testTools()
const { buildWorkers, chosen, close, compileTests, cores, nothing, runChecks, suites } = await import(
  './runner.mjs'
)
const { chromium } = await import('./chromium.mjs')
const { buildChecks, walkJourneys } = await import('./walks.mjs')

const only = (checks) => chosen(checks, process.argv.slice(2))
const walked = only(await suites.journeys())
// Why it could not be had is said where it is needed.
if (walked.length > 0) chromium().catch(() => {})
const builds = walked.length > 0 ? buildChecks : only(buildChecks)
const slow = only([...(await suites.apiTests()), ...(await suites.otherLanes())])
const [built] = await Promise.all([runChecks(builds, cores), compileTests(), buildWorkers(slow)])
const fast = [...(await suites.staticChecks()), ...(await suites.unitTests())]
const checked = await runChecks(only(fast), cores)
await tools
// One more than there are cores: a third of their time they wait for disks, clocks and processes that start.
const api = await runChecks(slow, cores + 1)
close([built, checked, api, built.failed ? nothing : await walkJourneys(walked, cores)])
