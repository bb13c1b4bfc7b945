import type { Config } from '../config.ts'
import { logLevels } from '../config.ts'
import type { LogLine } from '../routes/edge.ts'

/** One JSON object a line, on standard error; standard output is for people. */
export function createLog(level: Config['logLevel']): (line: LogLine) => void {
  const least = logLevels.indexOf(level)
  return (line) => {
    if (logLevels.indexOf(line.level) < least) return
    process.stderr.write(`${JSON.stringify({ at: new Date().toISOString(), ...line })}\n`)
  }
}
