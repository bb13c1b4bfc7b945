/** One frame of an event stream. A comment, such as a heartbeat, is a frame without data. */
export interface StreamFrame {
  event: string
  data: string
}

/**
 * Reads `text/event-stream` (HTML standard, "9.2.6 Interpreting an event stream"), as far as the edge uses it:
 * a frame ends with an empty line, and `id` is not read because the events carry their own position.
 * The browser's EventSource hides the comments, and without those a dead connection looks like a quiet one.
 */
export function makeFrameReader(onFrame: (frame: StreamFrame) => void): (chunk: string) => void {
  let rest = ''
  return (chunk) => {
    const parts = (rest + chunk).replaceAll('\r', '').split('\n\n')
    rest = parts.pop() ?? ''
    for (const part of parts) onFrame(readFrame(part))
  }
}

function readFrame(text: string): StreamFrame {
  const frame: StreamFrame = { event: 'message', data: '' }
  for (const line of text.split('\n')) {
    const [, field, value = ''] = /^(\w+):? ?(.*)$/.exec(line) ?? []
    if (field === 'event') frame.event = value
    if (field === 'data') frame.data += frame.data ? `\n${value}` : value
  }
  return frame
}
