import { createRenderEffect } from 'solid-js'

/**
 * Puts on a control's element what it was given beyond its own properties: attributes, listeners and a `ref`.
 * Solid's spread does the same for any element and property there is, with tables of them that weigh 1.5 kB.
 */
export function passOn<Props extends object>(
  element: HTMLElement,
  props: Props,
  own: readonly (keyof Props)[],
): void {
  for (const name of Object.keys(props) as (keyof Props & string)[]) {
    if (!own.includes(name)) pass(element, name, () => props[name])
  }
}

function pass(element: HTMLElement, name: string, value: () => unknown): void {
  if (name === 'ref') (value() as (element: HTMLElement) => void)(element)
  else if (/^on[A-Z]/.test(name)) listen(element, name.slice(2).toLowerCase(), value)
  else createRenderEffect(() => setAttribute(element, name, value()))
}

function listen(element: HTMLElement, type: string, listener: () => unknown): void {
  element.addEventListener(type, (event) => (listener() as ((event: Event) => void) | undefined)?.(event))
}

/** `true` and `false` are words in `aria-…` and `data-…`; anywhere else they are there or not. */
function setAttribute(element: HTMLElement, name: string, value: unknown): void {
  if (typeof value === 'boolean' && !name.includes('-')) element.toggleAttribute(name, value)
  else if (value == null) element.removeAttribute(name)
  else element.setAttribute(name, String(value))
}
