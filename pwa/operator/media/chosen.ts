import { type Accessor, createSignal, onCleanup } from 'solid-js'
import { randomId } from '../../platform/random-id.ts'
import { type Compartment, compartmentOf } from './compartments.ts'

export interface ChosenFile {
  id: string
  file: File
  compartment: Compartment
}

export interface Chosen {
  of(compartment: Compartment): readonly ChosenFile[]
  /** How many of those last added belong in no compartment. */
  strangers: Accessor<number>
  add(files: readonly File[]): void
  remove(id: string): void
  /** Empties a compartment and gives what lay in it. */
  take(compartment: Compartment): File[]
}

/** What was picked and is not sent yet. */
export function createChosen(): Chosen {
  const [list, setList] = createSignal<readonly ChosenFile[]>([])
  const [strangers, setStrangers] = createSignal(0)
  const of = (compartment: Compartment) => list().filter((item) => item.compartment === compartment)
  onCleanup(() => setList([]))
  return {
    of,
    strangers,
    add(files) {
      const found = files.flatMap((file) => {
        const compartment = compartmentOf(file)
        return compartment ? [{ id: randomId(), file, compartment }] : []
      })
      setStrangers(files.length - found.length)
      setList((before) => [...before, ...found.filter(({ file }) => !before.some(sameAs(file)))])
    },
    remove: (id) => void setList((before) => before.filter((item) => item.id !== id)),
    take(compartment) {
      const taken = of(compartment).map(({ file }) => file)
      setStrangers(0)
      setList((before) => before.filter((item) => item.compartment !== compartment))
      return taken
    },
  }
}

/** Picked twice is meant once. */
function sameAs(file: File) {
  return ({ file: other }: ChosenFile) =>
    other.name === file.name && other.size === file.size && other.lastModified === file.lastModified
}
