/**
 * Tailwind lets utilities meet in variables: one sets a shadow, another a ring, and each draws both. A variable that
 * nothing in the sheet sets stays what it is registered as, and one that nothing reads matters to nobody.
 */
export function foldVariables(css: string): string {
  const registered = [...css.matchAll(/@property (--tw-[\w-]+)\{[^}]*?(?:initial-value:([^}]*))?\}/g)]
  const ofUtilities = css.slice(css.indexOf('@layer utilities{'))
  const folded = registered.reduce((text, [, name = '', initial]) => {
    return isSet(name, ofUtilities) ? text : withValue(text, name, initial)
  }, css)
  return registered.reduce(
    (text, [, name = '']) => (isRead(name, text) ? text : withoutSetting(text, name)),
    folded,
  )
}

const isSet = (name: string, css: string) => new RegExp(`${name}:`).test(css)
const isRead = (name: string, css: string) => new RegExp(`var\\(${name}[,)]`).test(css)

/** Where it is read, what it is registered with; without that, what the reader falls back to. */
function withValue(css: string, name: string, initial?: string): string {
  return css.replace(
    new RegExp(`var\\(${name}(?:,((?:[^()]|\\([^()]*\\))*))?\\)`, 'g'),
    (_, fallback = '') => initial ?? fallback,
  )
}

const withoutSetting = (css: string, name: string) => css.replace(new RegExp(`${name}:[^;}]*;?`, 'g'), '')
