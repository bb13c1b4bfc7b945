const sheets = new Map<string, Promise<void>>()

/** Resolves once the sheet is in use. One that did not come is asked for again the next time. */
export function fetchStyles(path: string): Promise<void> {
  const known = sheets.get(path)
  if (known) return known
  const link = Object.assign(document.createElement('link'), { rel: 'stylesheet', href: path })
  const here = new Promise<void>((resolve, reject) => {
    link.onload = () => resolve()
    link.onerror = () => {
      sheets.delete(path)
      // As Vite's own helper says it: pwa/platform/new-version.ts hears it.
      dispatchEvent(new Event('vite:preloadError'))
      link.remove()
      reject(new Error(path))
    }
  })
  sheets.set(path, here)
  document.head.append(link)
  return here
}
