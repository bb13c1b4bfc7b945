import { connect, connectForReading, isFile, type Place, switchToWal } from './connection.ts'
import { asStorageFault, StorageFault } from './failures.ts'
import { startReader } from './reader.ts'
import { createMarks, type Marks } from './remote.ts'
import { type Limits, startWriter } from './writer.ts'

export { DatabaseBusy, isAway, isConstraint, StorageFault } from './failures.ts'

/** Booleans are stored as 0 and 1 by whoever writes them. */
export type Value = string | number | null | Uint8Array
export type Row = Record<string, Value>

export interface Reads {
  all(sql: string, args?: readonly Value[]): Promise<Row[]>
  one(sql: string, args?: readonly Value[]): Promise<Row | undefined>
}

export interface Transaction extends Reads {
  /** Answers with the number of rows affected. */
  run(sql: string, args?: readonly Value[]): Promise<number>
  /**
   * Something that this unit does not read again: over a network it goes with that of the others, before they are
   * committed together. What it violates undoes them, and each is tried alone.
   */
  runLater(sql: string, args: readonly Value[]): Promise<void>
  /** Several statements, triggers among them, without parameters. */
  script(sql: string): Promise<void>
  /** Several statements that need not know of each other, in one trip to a server; answers with the rows of each. */
  batch(statements: readonly { sql: string; args: readonly Value[] }[]): Promise<Row[][]>
}

export interface Database extends Reads {
  /**
   * One unit of work: all of it or nothing. Resolves only after the commit is on disk.
   *
   * A unit that throws is rolled back alone; units run at the same time share one commit. Units must touch
   * nothing but the transaction, because one may be run again after another process was in the way.
   * Rejects with what the unit threw, with DatabaseBusy, or with StorageFault.
   * @param about the one conversation whose rows it reads and writes, if there is one: over a network, units of different
   * conversations ask together
   */
  write<T>(unit: (transaction: Transaction) => Promise<T>, about?: string): Promise<T>
  /** Writes finished, connections closed; later writes reject. */
  close(): Promise<void>
}

/** @param marks of a writer that was here before and is over, where a server has the database */
export async function openDatabase(
  options: Place,
  limits: Partial<Limits> = {},
  marks = createMarks(),
): Promise<Database> {
  try {
    return await open(options, limits, marks)
  } catch (error) {
    const place = options.url.split('?', 1)[0]
    throw new StorageFault(`The database ${place} cannot be used. ${asStorageFault(error).message}`, {
      cause: error,
    })
  }
}

async function open(place: Place, limits: Partial<Limits>, marks: Marks): Promise<Database> {
  const writing = connect(place)
  const reading = connectForReading(place)
  try {
    if (isFile(writing)) await switchToWal(writing)
    const writer = startWriter(writing, limits, isFile(writing) ? null : marks)
    const reader = await startReader(reading)
    return { all: reader.all, one: reader.one, write: writer.write, close: () => closeBoth(writer, reader) }
  } catch (error) {
    writing.close()
    reading.close()
    throw error
  }
}

async function closeBoth(writer: { close(): Promise<void> }, reader: { close(): void }): Promise<void> {
  await writer.close()
  reader.close()
}
