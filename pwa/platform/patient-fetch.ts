/** A `fetch` for event streams, and whether somebody between keeps their answers back. */
export interface PatientFetch {
  get(address: string, init: RequestInit): Promise<Response>
  isHeld(): boolean
}

// The edge's first word comes at once. Where it does not, a proxy keeps answers until they are over.
const muteMs = 6_000

/**
 * Where a stream's first word does not come, it is asked for in answers that end (`wait`), until one of them comes in
 * parts: a tunnel looks like such a proxy, and must not cost a device its stream. Whoever reads need not know.
 */
export function makePatientFetch(): PatientFetch {
  let held = false

  async function get(address: string, init: RequestInit): Promise<Response> {
    if (held) return begun(`${address}&wait`, init)
    const mine = new AbortController()
    const stop = () => mine.abort()
    init.signal?.addEventListener('abort', stop)
    const timer = setTimeout(() => {
      held = true
      stop()
    }, muteMs)
    try {
      return await begun(address, { ...init, signal: mine.signal })
    } catch (cause) {
      if (!held || init.signal?.aborted) throw cause
      return get(address, init)
    } finally {
      clearTimeout(timer)
    }
  }

  /** Resolves with the first word. */
  async function begun(address: string, init: RequestInit): Promise<Response> {
    const response = await fetch(address, init)
    if (!response.ok || !response.body) return response
    const reader = response.body.getReader()
    const first = await reader.read()
    held &&= new TextDecoder().decode(first.value).includes('event: bye')
    return new Response(streamOf(first.value, reader), response)
  }

  return { get, isHeld: () => held }
}

function streamOf(
  first: Uint8Array<ArrayBuffer> | undefined,
  reader: ReadableStreamDefaultReader<Uint8Array<ArrayBuffer>>,
): ReadableStream<Uint8Array<ArrayBuffer>> {
  return new ReadableStream({
    start: (controller) => void (first && controller.enqueue(first)),
    async pull(controller) {
      const { done, value } = await reader.read()
      if (done) controller.close()
      else controller.enqueue(value)
    },
    cancel: (cause) => reader.cancel(cause),
  })
}
