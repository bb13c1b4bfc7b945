// Reads an event stream frame by frame, as a browser's EventSource would.

export interface Frame {
  id: string | undefined
  event: string
  data: string
  /** A line that is no event: the heartbeat. */
  comment: string | undefined
}

export interface StreamReader {
  /** Every frame so far, oldest first. */
  frames: Frame[]
  /** Resolves with the first frame, past or to come, that fits; rejects when the stream ends before it. */
  until(fits: (frame: Frame) => boolean): Promise<Frame>
  /** Resolves when the other side ends the stream. */
  ended: Promise<void>
  /** Goes away, as a closed tab does. */
  leave(): Promise<void>
}

export function readStream(response: Response): StreamReader {
  const reader = (response.body ?? new ReadableStream()).pipeThrough(new TextDecoderStream()).getReader()
  const frames: Frame[] = []
  const waiting = new Set<() => void>()
  let over = false
  const tell = () => {
    for (const look of waiting) look()
  }
  const ended = pump(reader, frames, tell).finally(() => {
    over = true
    tell()
  })
  const until = (fits: (frame: Frame) => boolean) =>
    new Promise<Frame>((resolve, reject) => {
      const look = () => {
        const found = frames.find(fits)
        if (!found && !over) return
        waiting.delete(look)
        if (found) resolve(found)
        else reject(new Error(`the stream ended after ${frames.length} frames`))
      }
      waiting.add(look)
      look()
    })
  const leave = async () => {
    await reader.cancel()
    await ended
  }
  return { frames, until, ended, leave }
}

async function pump(
  reader: ReadableStreamDefaultReader<string>,
  frames: Frame[],
  tell: () => void,
): Promise<void> {
  let rest = ''
  for (;;) {
    const { done, value } = await reader.read().catch(() => ({ done: true, value: undefined }))
    if (done) return
    const parts = (rest + value).split('\n\n')
    rest = parts.pop() ?? ''
    frames.push(...parts.map(frameOf))
    tell()
  }
}

function frameOf(text: string): Frame {
  const fields = text.split('\n').map((line) => /^(\w*): ?(.*)$/s.exec(line) ?? [])
  const all = (name: string) => fields.filter(([, field]) => field === name).map(([, , value]) => value ?? '')
  return {
    id: all('id')[0],
    event: all('event')[0] ?? 'message',
    data: all('data').join('\n'),
    comment: all('')[0],
  }
}
