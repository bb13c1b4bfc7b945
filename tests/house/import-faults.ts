import type { Import } from './imports.ts'
import { type Room, rooms } from './rooms.ts'

/** The rooms that the rules speak of; scripts, tests and the build's own files wire and try everything. */
export function isRuled(path: string): boolean {
  return /^(edge|pwa|peer-server)\/.*\.tsx?$/.test(path) && !path.endsWith('.d.ts')
}

/** What is wrong with these imports, as `file → import: why`; empty when nothing is. */
export function importFaults(imports: Import[]): string[] {
  return imports.flatMap((each) => {
    const why = faultOf(each)
    return why ? [`${each.from} → ${each.target}: ${why}`] : []
  })
}

function faultOf(each: Import): string | undefined {
  const name = roomOf(each.from)
  const room = name && rooms[name]
  if (!name || !room) return 'the importing file is in no room of tests/house/rooms.ts'
  if (each.kind === 'node') return room.node ? undefined : `${name} runs where there is no Node`
  if (each.kind === 'package') return room.packages ? undefined : `${name} imports no packages`
  return mayImport(name, room, each)
    ? undefined
    : `${name} may not import this${each.typeOnly ? ' type' : ''}`
}

function mayImport(name: string, room: Room, { target, typeOnly }: Import): boolean {
  const allowed = typeOnly ? [name, ...room.values, ...(room.types ?? [])] : [name, ...room.values]
  return allowed.some((place) => lies(target, place))
}

function roomOf(path: string): string | undefined {
  const matching = Object.keys(rooms).filter((name) => lies(path, name))
  return matching.sort((one, other) => other.length - one.length)[0]
}

const lies = (path: string, place: string) => path === place || path.startsWith(`${place}/`)
