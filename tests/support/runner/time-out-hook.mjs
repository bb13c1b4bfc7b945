const timed = new URL('./timed-uvu.mjs', import.meta.url).href

export function resolve(specifier, context, next) {
  if (specifier !== 'uvu' || context.parentURL?.startsWith(timed)) return next(specifier, context)
  return { url: timed, format: 'module', shortCircuit: true }
}
