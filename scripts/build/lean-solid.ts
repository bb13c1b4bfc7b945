import type { Plugin } from 'vite'

const core = 'solid-js/dist/solid.js'
const web = 'solid-js/web/dist/web.js'

/**
 * What Solid asks at every turn, and the customer's page always answers with no: whether a transition is under way,
 * something is suspended, the server drew the page, it is a formula, or events come from the document. Whatever hangs
 * on the answer goes with the question.
 */
const questions = [
  { file: core, question: /(?<!let )\b(Transition|SuspenseContext)\b(?!\s*=[^=])/g },
  { file: core, question: /\bnode\.(tOwned|suspense)\b(?!\s*=[^=])/g },
  { file: core, question: /\bsharedConfig\.(context|effects)\b(?!\s*=[^=])/g },
  { file: web, question: /\bsharedConfig\.(context|registry|events)\b(?!\s*=[^=])/g },
  { file: web, question: /\bisMathML(?= \?)|(?<=if \()delegate(?=\))/g },
]
const withoutThem = ['startTransition', 'useTransition', 'createResource', 'Suspense', 'hydrate']

/** Solid for a page that never takes a transition and never hydrates: a twentieth of the first script's weight less. */
export function leanSolid(): Plugin {
  return {
    name: 'lean-solid',
    apply: 'build',
    transform(code, id) {
      const asked = questions.filter(({ file }) => id.endsWith(file))
      if (asked.length === 0) return null
      return { code: asked.reduce((text, { question }) => answered(text, question, id), code), map: null }
    },
    generateBundle(_options, bundle) {
      for (const output of Object.values(bundle)) {
        if (output.type !== 'chunk') continue
        const used = Object.values(output.modules).flatMap(({ renderedExports }) => renderedExports)
        const missed = withoutThem.find((name) => used.includes(name))
        if (missed)
          throw new Error(`${output.fileName} uses ${missed}, which scripts/build/lean-solid.ts leaves out`)
      }
    },
  }
}

function answered(code: string, question: RegExp, id: string): string {
  if (code.search(question) < 0)
    throw new Error(`${id} is no Solid as we know it: see scripts/build/lean-solid.ts`)
  return code.replace(question, '(void 0)')
}
