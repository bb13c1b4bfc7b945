import { createEffect } from 'solid-js'

/** The tab's title: `(2) Conversations – Visavis`. `count` is what wants attention. */
export function createPageTitle(title: () => string, count: () => number): void {
  createEffect(() => {
    const ahead = count() > 0 ? `(${count()}) ` : ''
    document.title = `${ahead}${title()} – Visavis`
  })
}
