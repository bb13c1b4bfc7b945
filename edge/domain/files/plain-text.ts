import type { ReadBytes } from './bytes.ts'

const windowBytes = 256 * 1024

/** Valid UTF-8 from end to end without control characters that text has no use for, and no page or script. */
export async function isPlainText(read: ReadBytes, size: number): Promise<boolean> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  try {
    for (let at = 0; at < size; at += windowBytes) {
      const window = await read(at, windowBytes)
      const text = decoder.decode(window, { stream: at + windowBytes < size })
      if (unfit.test(text) || (at === 0 && isActive(text))) return false
    }
    return true
  } catch {
    return false
  }
}

// Everything below the blank but tab, line ends, form feed and escape.
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const unfit = /[\x00-\x08\x0b\x0e-\x1a\x1c-\x1f]/

/** Markup and scripts are programs that call themselves text: SVG, HTML, shell. */
function isActive(text: string): boolean {
  return /^\s*(<[a-z!?/]|#!|@echo )/i.test(text) || /^.{0,1024}<(svg|html|script|!doctype)\b/is.test(text)
}
