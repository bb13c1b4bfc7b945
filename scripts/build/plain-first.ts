import { basename } from 'node:path'
import type { ESTree, Plugin } from 'vite'

type Statement = ESTree.Program['body'][number]

const first = 'first'
/** Where the first script leaves what the others take from it. */
const shelf = 'globalThis.visavis'

/**
 * Makes a plain script of the first one. Of a plain script that a worker keeps, Chromium keeps the compiled code beside
 * it; a module it compiles anew at each visit, function by function, while the inbox is waited for. The other scripts
 * stay modules, and take from a shelf what they would import.
 */
export function plainFirst(): Plugin {
  return {
    name: 'plain-first',
    apply: 'build',
    // It is here before any of them: asked for once more, it would be compiled as a module after all.
    config: () => ({
      build: { modulePreload: { resolveDependencies: (_path, parts) => parts.filter(isNoFirst) } },
    }),
    renderChunk: {
      order: 'post',
      handler(code, chunk, _options, { chunks }) {
        const { body } = this.parse(code)
        if (chunk.name === first) return { code: plain(code, body), map: null }
        const { fileName } = Object.values(chunks).find(({ name }) => name === first) ?? chunk
        const taken = body.filter((statement) => isFrom(statement, `./${basename(fileName)}`))
        return taken.length === 0 ? null : { code: taken.reduceRight(fromShelf, code), map: null }
      },
    },
    transformIndexHtml: {
      order: 'post',
      handler: (html) =>
        html.replace(/<script type="module" crossorigin(?= src="[^"]*\/first-)/, '<script defer'),
    },
  }
}

/** In a method, which is strict like a module, and may wait like one. */
function plain(code: string, body: readonly Statement[]): string {
  const exported = body.filter((statement) => statement.type === 'ExportNamedDeclaration')
  const names = exported.flatMap(({ specifiers }) =>
    specifiers.map(({ exported, local }) => `${text(exported)}: ${text(local)}`),
  )
  const inside = exported.reduceRight(without, code).replaceAll('import.meta', 'meta')
  return `new (class {
async run(meta) {
${inside}
${shelf} = { ${names.join(', ')} }
}
})().run({ url: document.currentScript.src })`
}

const isNoFirst = (part: string) => !basename(part).startsWith(`${first}-`)

const isFrom = (statement: Statement, path: string) =>
  'source' in statement && statement.source?.value === path && !isBare(statement)

/** The page's own script asks for the first one by name alone, and goes into the page itself. */
const isBare = (statement: Statement) =>
  statement.type === 'ImportDeclaration' && statement.specifiers.length === 0

function fromShelf(code: string, statement: Statement): string {
  if (statement.type !== 'ImportDeclaration')
    throw new Error('What the first script has is passed on by another.')
  const names = statement.specifiers.map((one) => {
    if (one.type !== 'ImportSpecifier') throw new Error('The first script is taken as a whole.')
    return `${text(one.imported)}: ${text(one.local)}`
  })
  return replaced(code, statement, `const { ${names.join(', ')} } = ${shelf};`)
}

const without = (code: string, statement: Statement) => replaced(code, statement, '')

const replaced = (code: string, { start, end }: Statement, by: string) =>
  code.slice(0, start) + by + code.slice(end)

const text = (name: ESTree.ModuleExportName | ESTree.BindingIdentifier) =>
  name.type === 'Literal' ? name.value : name.name
