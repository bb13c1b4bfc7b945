import type { Config } from '../config.ts'
import { logLevels } from '../config.ts'
import type { LogLine } from '../routes/edge.ts'

/** A place that lines are written to, and whether a person looks at it. */
export interface Sink {
  isTTY?: boolean
  write(text: string): unknown
}

/** One JSON object a line on standard output; at a terminal, lines for people. */
export function createLog(level: Config['logLevel'], sink: Sink = process.stdout): (line: LogLine) => void {
  const least = logLevels.indexOf(level)
  const lineOf = sink.isTTY ? forPeople : forMachines
  return (line) => {
    if (logLevels.indexOf(line.level) < least) return
    sink.write(`${lineOf(line, new Date())}\n`)
  }
}

function forMachines(line: LogLine, now: Date): string {
  return JSON.stringify({ at: now.toISOString(), ...line })
}

/** `10:30:00 warn  bus  state=polling cause="connection refused"` */
function forPeople({ level, what, ...facts }: LogLine, now: Date): string {
  const said = Object.entries(facts).map(([name, fact]) => `${name}=${inLine(fact)}`)
  return `${now.toTimeString().slice(0, 8)} ${level.padEnd(5)} ${what}  ${said.join(' ')}`
}

function inLine(fact: unknown): string {
  const text = typeof fact === 'string' ? fact : JSON.stringify(fact)
  return /^[\w./:*{}?-]+$/.test(text) ? text : JSON.stringify(fact)
}
