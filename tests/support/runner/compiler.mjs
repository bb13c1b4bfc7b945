import { createRequire } from 'node:module'

// Babel and esbuild are what babel-preset-solid and tsx bring along; naming them again could bring a second version.
const here = createRequire(import.meta.url)
const besideOf = (name) => createRequire(here.resolve(name))
const versions = [here('babel-preset-solid/package.json'), besideOf('tsx')('esbuild/package.json')]

// What only a bundler would fill in.
const pageEnv = { MODE: 'test', DEV: true, PROD: false, SSR: false, BASE_URL: '/' }

/** Changes whenever the same source might compile to something else. */
export const compilerVersion = `1 ${versions.map(({ version }) => version)}`

/** TypeScript and Solid's JSX in, plain JavaScript with an inline source map out. */
export async function compile(source, path) {
  const code = await withoutTypes(path.endsWith('x') ? await withoutJsx(source, path) : source, path)
  return code.includes('import.meta.env') ? `import.meta.env = ${JSON.stringify(pageEnv)};${code}` : code
}

/** A package and all that it needs, as one module for Node. */
export async function bundle(name) {
  const { outputFiles } = await esbuild().build({
    stdin: { contents: `export * from '${name}'`, resolveDir: import.meta.dirname },
    bundle: true,
    write: false,
    platform: 'node',
    format: 'esm',
    minifyWhitespace: true,
    banner: { js: needsRequire },
  })
  return outputFiles[0].text
}

const needsRequire = `import { createRequire } from 'node:module'; const require = createRequire(import.meta.url)`

async function withoutTypes(source, path) {
  const { code } = await esbuild().transform(source, {
    loader: 'ts',
    sourcefile: path,
    sourcemap: 'inline',
    tsconfigRaw: { compilerOptions: { verbatimModuleSyntax: true } },
  })
  return code
}

async function withoutJsx(source, path) {
  const { code } = await besideOf('babel-preset-solid')('@babel/core').transformAsync(source, {
    filename: path,
    babelrc: false,
    configFile: false,
    presets: [here('babel-preset-solid')],
    parserOpts: { plugins: ['jsx', 'typescript'] },
    sourceMaps: 'inline',
  })
  return code
}

function esbuild() {
  return besideOf('tsx')('esbuild')
}
