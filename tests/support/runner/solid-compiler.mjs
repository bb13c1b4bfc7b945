import { createRequire } from 'node:module'

// Babel and esbuild are what babel-preset-solid and tsx bring along; naming them again could bring a second version.
const here = createRequire(import.meta.url)
const besideOf = (name) => createRequire(here.resolve(name))
const solidVersion = here('babel-preset-solid/package.json').version

/** Changes whenever the same source might compile to something else. */
export const version = `1 ${solidVersion}`

/** Solid's JSX and TypeScript in, plain JavaScript with an inline source map out. */
export async function compile(source, path) {
  const babel = besideOf('babel-preset-solid')('@babel/core')
  const withoutJsx = await babel.transformAsync(source, {
    filename: path,
    babelrc: false,
    configFile: false,
    presets: [here('babel-preset-solid')],
    parserOpts: { plugins: ['jsx', 'typescript'] },
    sourceMaps: 'inline',
  })
  const withoutTypes = await besideOf('tsx')('esbuild').transform(withoutJsx.code, {
    loader: 'ts',
    sourcefile: path,
    sourcemap: 'inline',
    tsconfigRaw: { compilerOptions: { verbatimModuleSyntax: true } },
  })
  return withoutTypes.code
}
