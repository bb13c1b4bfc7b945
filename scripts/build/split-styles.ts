import { createHash } from 'node:crypto'
import type { Plugin, Rolldown } from 'vite'
import { splitSheet } from './split-sheet.ts'

type Bundle = Rolldown.OutputBundle
type Chunk = Rolldown.OutputChunk

/**
 * Gives the page the styles that its first scripts use, and those of all later parts in a second sheet, which
 * pwa/ui/later-styles.ts fetches with the first of them. Its address stands in the page, as `later-styles`.
 */
export function splitStyles(): Plugin {
  return {
    name: 'split-styles',
    apply: 'build',
    enforce: 'post',
    generateBundle(_options, bundle) {
      const page = Object.values(bundle).find(({ fileName }) => fileName.endsWith('.html'))
      const [, base = '', path = ''] = /href="([^"]*?)(assets\/[\w-]+\.css)"/.exec(textOf(page)) ?? []
      const chunks = Object.values(bundle).filter((output): output is Chunk => output.type === 'chunk')
      const first = firstOf(
        chunks.filter(({ fileName }) => textOf(page).includes(fileName)),
        bundle,
      )
      const codeOf = (some: readonly Chunk[]) => some.map(({ code }) => code).join('\n')
      const sheets = splitSheet(
        textOf(bundle[path]),
        codeOf(first) + textOf(page),
        codeOf(chunks.filter((chunk) => !first.includes(chunk))),
      )
      const names = { first: named('first', sheets.first), later: named('later', sheets.later) }
      delete bundle[path]
      this.emitFile({ type: 'asset', fileName: names.first, source: sheets.first })
      this.emitFile({ type: 'asset', fileName: names.later, source: sheets.later })
      const meta = `<meta name="later-styles" content="${base}${names.later}">`
      if (page?.type === 'asset')
        page.source = textOf(page).replace(path, names.first).replace('</head>', `  ${meta}\n  </head>`)
    },
  }
}

/** The page's own scripts and all that they cannot do without. */
function firstOf(named: readonly Chunk[], bundle: Bundle): Chunk[] {
  const found = new Set(named)
  for (const chunk of found) {
    for (const path of chunk.imports) {
      const imported = bundle[path]
      if (imported?.type === 'chunk') found.add(imported)
    }
  }
  return [...found]
}

function textOf(output: Rolldown.OutputAsset | Chunk | undefined): string {
  if (!output) throw new Error('the page or its styles are not where they used to be: see split-styles.ts')
  return output.type === 'chunk' ? output.code : String(output.source)
}

const named = (name: string, css: string) =>
  `assets/${name}-${createHash('sha256').update(css).digest('base64url').slice(0, 8)}.css`
