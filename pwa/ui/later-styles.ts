import { fetchStyles } from './fetch-styles.ts'

/**
 * The styles of everything that is not on the customer's first screens, if the page names them as something
 * of their own (scripts/build/split-styles.ts). Whatever comes later waits for them, or it would be seen bare.
 */
export async function laterStyles(): Promise<void> {
  const path = document.querySelector<HTMLMetaElement>('meta[name=later-styles]')?.content
  if (path) await fetchStyles(path)
}
