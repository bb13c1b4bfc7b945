// What virtua takes for Solid on the customer's page (scripts/build/lean-virtua.ts puts it there). Solid's own
// `Dynamic` and `mergeProps` would bring all that HTML, SVG and proxies have, for choices that we never leave open.

import type { Component, JSX } from 'solid-js'
import { shownPart } from '../ui/shown-part.ts'

export {
  createComputed,
  createEffect,
  createMemo,
  createSignal,
  For,
  on,
  onCleanup,
  onMount,
  splitProps,
  untrack,
} from 'solid-js'
export {
  createComponent,
  effect,
  insert,
  isServer,
  memo,
  setAttribute,
  setStyleProperty,
  spread,
  style,
  template,
  use,
} from 'solid-js/web'

export const mergeProps = <Props>(_defaults: unknown, props: Props): Props => props

export const Dynamic = <Props extends { component: Component<Props> }>(props: Props): JSX.Element =>
  shownPart(() => props.component, props)
