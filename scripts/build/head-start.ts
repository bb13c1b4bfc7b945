import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { minify, type Plugin, transformWithOxc } from 'vite'

const source = fileURLToPath(new URL('../../pwa/customer/head-start.ts', import.meta.url))
const place = '<!-- head-start -->'

/** Writes the head start into the page, as a plain script: a module would wait for the styles. */
export function headStart(): Plugin {
  return {
    name: 'head-start',
    async transformIndexHtml(html) {
      const code = await script()
      // As a function, because a dollar means something in a replacement.
      return html.replace(place, () => `<script>${code}</script>`)
    },
  }
}

async function script(): Promise<string> {
  const { code } = await transformWithOxc(await readFile(source, 'utf8'), source)
  const plain = `${code.replace('export function', 'function')}\nglobalThis.headStart = begin(document, location.hash)`
  const small = await minify('head-start.js', `(() => {${plain}})()`, { compress: true, mangle: true })
  return small.code.trim()
}
