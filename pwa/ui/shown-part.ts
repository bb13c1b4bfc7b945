import { type Component, createMemo, type JSX, untrack } from 'solid-js'

/**
 * Whichever component it is at the moment, or nothing yet. Solid's `Dynamic` makes elements out of names as well,
 * for which it carries tables of all that HTML and SVG have: 1.5 kB that a customer would wait for.
 */
export function shownPart<Props extends object>(
  chosen: () => Component<Props> | undefined,
  props: Props,
): JSX.Element {
  return createMemo(() => {
    const Chosen = chosen()
    return Chosen && untrack(() => Chosen(props))
  }) as unknown as JSX.Element
}
