// Stands in for the helper that Vite puts around every `import()` (vite.config.ts puts it there on the customer's
// page). Theirs also asks for a part's imports ahead of it: ours have none but what is here, and it weighs 1.3 kB.

import { fetchStyles } from '../ui/fetch-styles.ts'

/** Fetches a part together with the styles of a package that it brings. */
export async function __vitePreload<Part>(
  load: () => Promise<Part>,
  styles: readonly string[] = [],
): Promise<Part> {
  const sheets = styles.map((path) => fetchStyles(import.meta.env.BASE_URL + path))
  try {
    return (await Promise.all([load(), ...sheets]))[0]
  } catch (cause) {
    // pwa/platform/new-version.ts hears it.
    dispatchEvent(new Event('vite:preloadError'))
    throw cause
  }
}
