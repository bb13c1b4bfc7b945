import { createMemo, type JSX, onMount } from 'solid-js'
import { Virtualizer, type VirtualizerHandle } from 'virtua/solid'
import { EntryRow, eventName } from './entry-row.tsx'
import { followStyle } from './follow-style.ts'
import type { RowsProps } from './plain-rows.tsx'

export { placeIn } from './place-in.ts'

/** Rows of which only those in view are in the page: ten thousand scroll as ten do. */
export function VirtualRows(props: RowsProps) {
  let handle: VirtualizerHandle | undefined
  const feed = createMemo<Feed>((before) => nextFeed(before, props.entries), { entries: [], shift: false })

  onMount(() => {
    const place = props.startAt
    if (!place) return
    const first = Math.max(0, props.entries.length - place.rowsFromEnd)
    handle?.scrollToIndex(first, { align: 'start', offset: place.hiddenPx })
  })

  const Item = (item: {
    index?: number
    ref?: (element: HTMLElement) => void
    style?: JSX.CSSProperties
    children?: JSX.Element
  }) => (
    <li
      ref={(element) => {
        followStyle(element, () => item.style)
        item.ref?.(element)
      }}
      data-event={eventName(feed().entries[item.index ?? 0])}
    >
      {item.children}
    </li>
  )

  return (
    <div class="pb-3">
      <Virtualizer
        ref={(given?: VirtualizerHandle) => {
          handle = given
        }}
        as={(list: {
          ref?: (element: HTMLElement) => void
          style?: JSX.CSSProperties
          children?: JSX.Element
        }) => (
          <ol
            ref={(element) => {
              followStyle(element, () => list.style)
              list.ref?.(element)
              props.ref(element)
            }}
          >
            {list.children}
          </ol>
        )}
        item={Item}
        data={feed().entries}
        shift={feed().shift}
        scrollRef={props.box}
        bufferSize={600}
      >
        {(entry, index) => (
          <EntryRow
            entry={entry}
            previous={feed().entries[index() - 1]}
            next={feed().entries[index() + 1]}
            side={props.side}
            otherName={props.otherName}
            onRetry={props.onRetry}
          />
        )}
      </Virtualizer>
    </div>
  )
}

interface Feed {
  entries: RowsProps['entries']
  /** Earlier entries were put before the others, so the place in view counts from the end. */
  shift: boolean
}

function nextFeed(before: Feed, entries: RowsProps['entries']): Feed {
  const grew = entries.length > before.entries.length && before.entries.length > 0
  return { entries, shift: grew && entries[0] !== before.entries[0] }
}
