/**
 * Which of this origin's caches an update leaves behind: ours all begin with `visavis`, and what the present version
 * uses is named. Somebody else's are left alone.
 */
export function oldCaches(names: readonly string[], used: readonly string[]): string[] {
  return names.filter((name) => name.startsWith('visavis') && !used.includes(name))
}
