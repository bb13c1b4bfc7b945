import { builtinModules } from 'node:module'
import { posix } from 'node:path'

/** One import of a source file. Relative targets are paths from the project's top folder. */
export interface Import {
  from: string
  target: string
  kind: 'file' | 'package' | 'node'
  /** `import type` is gone before anything runs; `import { type X }` still loads the module. */
  typeOnly: boolean
}

const clause = /^[ \t]*(?:import|export)\s+(type\s+(?!from\b))?(?:[\w*{}\s,$]+?\s*from\s*)?['"]([^'"]+)['"]/gm
const dynamic = /\bimport\(\s*['"]([^'"]+)['"]/g

/** The imports and re-exports of a TypeScript source, dynamic ones too. */
export function importsOf(path: string, source: string): Import[] {
  const fixed = [...source.matchAll(clause)].map((match) => imported(path, match[2] ?? '', Boolean(match[1])))
  const later = [...source.matchAll(dynamic)].map((match) => imported(path, match[1] ?? '', false))
  return [...fixed, ...later]
}

function imported(from: string, specifier: string, typeOnly: boolean): Import {
  const bare = specifier.replace(/\?.*$/, '')
  if (bare.startsWith('.')) {
    return { from, target: posix.join(posix.dirname(from), bare), kind: 'file', typeOnly }
  }
  const isNode = bare.startsWith('node:') || builtinModules.includes(bare)
  return { from, target: bare, kind: isNode ? 'node' : 'package', typeOnly }
}
