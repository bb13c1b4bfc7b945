// Syntax that any Node since 2018 can read: whoever has an old one deserves a sentence, not a stack trace.
import { readFileSync } from 'node:fs'

const wanted = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')).engines.node
const [wantedMajor, wantedMinor] = wanted.replace('>=', '').split('.').map(Number)
const [major, minor] = process.versions.node.split('.').map(Number)

if (major < wantedMajor || (major === wantedMajor && minor < wantedMinor)) {
  console.error(
    `Visavis needs Node ${wantedMajor}.${wantedMinor} or newer; this is Node ${process.versions.node}. See https://nodejs.org`,
  )
  process.exit(1)
}
