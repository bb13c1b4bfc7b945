import { createHash } from 'node:crypto'
import type { Plugin, Rolldown } from 'vite'
import { foldVariables } from './fold-variables.ts'
import { splitSheet } from './split-sheet.ts'

type Bundle = Rolldown.OutputBundle
type Chunk = Rolldown.OutputChunk

/**
 * Gives the page the styles that its first scripts use, those of the call in a second sheet, and those of all other
 * parts in a third. pwa/ui/later-styles.ts fetches them with the first part that needs them; their addresses stand
 * in the page, as `call-styles` and `later-styles`.
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
      const isNamed = ({ fileName }: Chunk) => textOf(page).includes(fileName)
      const first = withImports(chunks.filter(isNamed), bundle)
      const call = withImports(
        chunks.filter(({ name }) => name === 'call-part'),
        bundle,
      )
      const codes = [[textOf(page), ...codeOf(first)], codeOf(call), codeOf(chunks)].map((all) =>
        all.join('\n'),
      )
      const sheets = splitSheet(foldVariables(textOf(bundle[path])), codes)
      delete bundle[path]
      const [firstPath = '', callPath, laterPath] = sheets.map((source, at) => {
        const fileName = named(['first', 'call', 'later'][at] ?? '', source)
        this.emitFile({ type: 'asset', fileName, source })
        return fileName
      })
      const metas = [`call-styles" content="${base}${callPath}`, `later-styles" content="${base}${laterPath}`]
      const head = [...metas.map((meta) => `  <meta name="${meta}">\n  `), '</head>'].join('')
      if (page?.type === 'asset')
        page.source = withoutIndents(textOf(page).replace(path, firstPath).replace('</head>', head))
    },
  }
}

/** Indented for nobody. */
const withoutIndents = (html: string) => html.replaceAll(/\n +/g, '\n').replaceAll(' />', '>')

const codeOf = (chunks: readonly Chunk[]) => chunks.map(({ code }) => code)

/** Scripts and all that they cannot do without. */
function withImports(named: readonly Chunk[], bundle: Bundle): Chunk[] {
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
  if (!output) throw new Error('this build has no such page or styles: see scripts/build/split-styles.ts')
  return output.type === 'chunk' ? output.code : String(output.source)
}

const named = (name: string, css: string) =>
  `assets/${name}-${createHash('sha256').update(css).digest('base64url').slice(0, 8)}.css`
