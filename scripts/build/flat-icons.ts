import { fileURLToPath } from 'node:url'
import type { Plugin } from 'vite'

const drawIcon = fileURLToPath(new URL('../../pwa/ui/draw-icon.tsx', import.meta.url))

type Shape = [tag: string, attributes: Record<string, string>]

/**
 * Turns each icon of lucide-solid into its markup, drawn by pwa/ui/draw-icon.tsx. Their own component merges sizes,
 * colours and contexts that we never give, and makes each line from a list of objects, at several times the weight.
 */
export function flatIcons(): Plugin {
  return {
    name: 'flat-icons',
    enforce: 'pre',
    transform(code, id) {
      if (!/\/lucide-solid\/dist\/source\/icons\/[\w-]+\.jsx/.test(id)) return null
      if (!code.includes('"../Icon"')) return null // another name of an icon
      const markup = shapesIn(code, id).map(markupOf).join('')
      return {
        code: `import { drawIcon } from ${JSON.stringify(drawIcon)}\nexport default /*@__PURE__*/ drawIcon(${JSON.stringify(markup)})`,
        map: null,
      }
    },
  }
}

function shapesIn(code: string, id: string): Shape[] {
  const icon = /\b__iconData = (\{.*?\n\});/s.exec(code)?.[1]
  if (!icon) throw new Error(`${id} is no icon as we know them: see scripts/build/flat-icons.ts`)
  // Names without quotes make it more than JSON; it is a literal out of a pinned package.
  return (new Function(`return ${icon}`)() as { node: Shape[] }).node
}

function markupOf([tag, { key: _, ...attributes }]: Shape): string {
  const written = Object.entries(attributes).map(([name, value]) => ` ${name}="${value}"`)
  return `<${tag}${written.join('')}/>`
}
