import Libsql from 'libsql'

/** Connections to one file. A new one has to read the whole schema first, so those that are given back are used again. */
export function createConnections(path: string) {
  const idle: Libsql.Database[] = []
  const open = (): Libsql.Database => {
    const database = new Libsql(path)
    // What is proved here is not that a disk keeps its word.
    database.exec('PRAGMA foreign_keys=ON; PRAGMA synchronous=OFF')
    return database
  }
  return {
    take: () => idle.pop() ?? open(),
    giveBack(database: Libsql.Database) {
      if (database.inTransaction) database.exec('ROLLBACK')
      idle.push(database)
    },
    close() {
      for (const database of idle.splice(0)) database.close()
    },
  }
}

export type Connections = ReturnType<typeof createConnections>
