import { createRenderEffect, type JSX } from 'solid-js'

/** Keeps an element's style as it is told. Its names stay the same; what is not said is not set. */
export function followStyle(element: HTMLElement, style: () => JSX.CSSProperties | undefined): void {
  createRenderEffect(() => {
    for (const [name, value] of Object.entries(style() ?? {})) {
      element.style.setProperty(name, String(value ?? ''))
    }
  })
}
