import { isShellPath } from './shell-path.ts'

/** What the worker sees of a page. */
export interface OpenPage {
  url: string
  focused: boolean
  visibilityState: DocumentVisibilityState
}

/** The page of the operator's app to go on in: the one in front, else one that is seen, else any. */
export function bestPage<Page extends OpenPage>(pages: readonly Page[]): Page | null {
  const ours = pages.filter(({ url }) => isShellPath(new URL(url).pathname))
  return [...ours].sort((one, other) => rank(other) - rank(one))[0] ?? null
}

function rank({ focused, visibilityState }: OpenPage): number {
  return Number(focused) * 2 + Number(visibilityState === 'visible')
}
