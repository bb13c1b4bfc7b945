import { fetchStyles } from './fetch-styles.ts'

/** The styles of the call, if the page names them as something of their own (scripts/build/split-styles.ts). */
export const callStyles = (): Promise<void> => fetchNamed('call-styles')

/**
 * The styles of everything else that is not on the customer's first screens. Whatever comes later waits for them, or
 * it would be seen bare. They stand behind the call's: of two rules for the same the later one is to win.
 */
export async function laterStyles(): Promise<void> {
  await Promise.all([callStyles(), fetchNamed('later-styles')])
}

async function fetchNamed(name: string): Promise<void> {
  const path = document.querySelector<HTMLMetaElement>(`meta[name=${name}]`)?.content
  if (path) await fetchStyles(path)
}
