import { chosen, close, compileTests, cores, runChecks, suites } from './runner.mjs'

await compileTests()
const checks = [...(await suites.staticChecks()), ...(await suites.unitTests())]
close([await runChecks(chosen(checks, process.argv.slice(2)), cores)])
