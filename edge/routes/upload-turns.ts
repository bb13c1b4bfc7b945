export interface Turn {
  /** Aborts when somebody else wants the file. */
  signal: AbortSignal
  /** To be called when nothing more is written. */
  end(): void
}

/**
 * One writer a file. Who comes later goes first: a phone that changed its network comes back while its old
 * connection still looks alive here, and would wait for minutes.
 */
export function createUploadTurns() {
  const writing = new Map<string, { abort: AbortController; over: Promise<void> }>()
  return async function take(id: string): Promise<Turn> {
    for (let before = writing.get(id); before; before = writing.get(id)) {
      before.abort.abort()
      await before.over
    }
    const abort = new AbortController()
    const { promise, resolve } = withResolvers()
    writing.set(id, { abort, over: promise })
    const end = () => {
      writing.delete(id)
      resolve()
    }
    return { signal: abort.signal, end }
  }
}

function withResolvers(): { promise: Promise<void>; resolve: () => void } {
  let resolve = () => {}
  const promise = new Promise<void>((settle) => {
    resolve = settle
  })
  return { promise, resolve }
}
