// Answers posts as the edge does: one message for one key, whatever is repeated.

export interface PostingEdge {
  post(text: string, key: string): Promise<void>
  /** The messages that were taken, in order. */
  log: string[]
  /** The key of every attempt. */
  keys: string[]
  mostAtOnce: number
  /** Resolves after the answer to the n-th message taken has reached the sender. */
  posted(n: number): Promise<void>
  /** Resolves after the n-th attempt has. */
  tried(n: number): Promise<void>
}

/** `faults` are thrown by the first attempts, before anything is taken. */
export function makeEdge(faults: Error[] = [], { losesAnswers = 0 } = {}): PostingEdge {
  const taken = new Map<string, string>()
  let atOnce = 0
  let answers = 0
  const edge: PostingEdge = {
    log: [],
    keys: [],
    mostAtOnce: 0,
    async post(text, key) {
      edge.keys.push(key)
      edge.mostAtOnce = Math.max(edge.mostAtOnce, ++atOnce)
      await turn()
      atOnce -= 1
      answers += 1
      const fault = faults.shift()
      if (fault) throw fault
      if (!taken.has(key)) edge.log.push(text)
      taken.set(key, text)
      if (losesAnswers-- > 0) throw new TypeError('network')
    },
    posted: (n) => until(() => edge.log.length >= n && answers === edge.keys.length),
    tried: (n) => until(() => answers >= n),
  }
  return edge
}

const turn = () => new Promise<void>((resolve) => setTimeout(resolve, 1))

async function until(condition: () => boolean): Promise<void> {
  for (let waited = 0; !condition(); waited++) {
    if (waited > 2_000) throw new Error('It did not happen.')
    await turn()
  }
  await turn()
}
