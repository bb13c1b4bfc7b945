import { posix } from 'node:path'

const link = /\[[^\]]*\]\(([^)\s]+)[^)]*\)/g
const quoted = /`((?:edge|pwa|peer-server|tests|scripts)\/[\w./-]*)`/g
const fence = /^```[\s\S]*?^```/gm

/**
 * The paths of a document that lead nowhere: relative links, and paths in backticks that begin with a
 * top-level room. `known` are the project's files; a folder is known by what lies in it.
 */
export function deadPaths(document: string, text: string, known: string[]): string[] {
  const prose = text.replace(fence, '')
  const links = [...prose.matchAll(link)].map((match) => match[1] ?? '').filter(isRelative)
  const here = posix.dirname(document)
  const targets = [
    ...links.map((path) => posix.join(here, decodeURI(path.replace(/[#?].*$/, '')))),
    ...[...prose.matchAll(quoted)].map((match) => match[1] ?? ''),
  ]
  return targets.map((path) => path.replace(/\/$/, '')).filter((path) => !exists(path, known))
}

function isRelative(target: string): boolean {
  return !/^([a-z][a-z0-9+.-]*:|#|\/)/i.test(target)
}

function exists(path: string, known: string[]): boolean {
  return path === '.' || known.some((file) => file === path || file.startsWith(`${path}/`))
}
