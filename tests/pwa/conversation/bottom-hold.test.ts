import { createRoot } from 'solid-js'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { makeBottomHold } from '../../../pwa/conversation/bottom-hold.ts'

/** A box of 500 px over 2,000 px of content, at its end. happy-dom lays nothing out, so the sizes are told. */
function makeBox() {
  const sizes = { scrollHeight: 2_000, scrollTop: 1_500, clientHeight: 500 }
  const box = document.createElement('div')
  for (const name of ['scrollHeight', 'scrollTop', 'clientHeight'] as const) {
    Object.defineProperty(box, name, {
      get: () => sizes[name],
      set: (value: number) => {
        sizes[name] = value
      },
    })
  }
  const scrollTo = (change: Partial<typeof sizes>) => {
    Object.assign(sizes, change)
    box.dispatchEvent(new Event('scroll'))
  }
  return { box, sizes, scrollTo }
}

function held(act: (box: ReturnType<typeof makeBox>) => void): boolean {
  return createRoot((dispose) => {
    const made = makeBox()
    const hold = makeBottomHold(made.box)
    made.scrollTo({})
    act(made)
    const is = hold.held()
    dispose()
    return is
  })
}

test('a list stays at its newest message until somebody scrolls up', () => {
  assert.ok(held(() => {}))
  assert.not(held(({ scrollTo }) => scrollTo({ scrollTop: 1_000 })))
})

test('whoever scrolls back down is held again', () => {
  assert.ok(
    held(({ scrollTo }) => {
      scrollTo({ scrollTop: 1_000 })
      scrollTo({ scrollTop: 1_490 })
    }),
  )
})

test('a correction of heights that are measured does not count as scrolling up', () => {
  assert.ok(held(({ scrollTo }) => scrollTo({ scrollHeight: 2_300, scrollTop: 1_400 })))
})

test('nor does one that comes a frame after the heights changed', () => {
  assert.ok(
    held(({ scrollTo }) => {
      scrollTo({ scrollHeight: 2_300, scrollTop: 1_500 })
      scrollTo({ scrollTop: 1_400 })
    }),
  )
})

test('a box that grew and shrank within one frame is still at its end for the person', () => {
  assert.ok(held(({ scrollTo }) => scrollTo({ clientHeight: 700, scrollTop: 0 })))
})

test('a hand that scrolls while heights are measured is obeyed', () => {
  assert.not(
    held(({ box, scrollTo }) => {
      box.dispatchEvent(new Event('wheel'))
      scrollTo({ scrollHeight: 2_300, scrollTop: 1_400 })
    }),
  )
})

test('the button for new messages leads to the end and holds there', () => {
  createRoot((dispose) => {
    const { box, sizes, scrollTo } = makeBox()
    const hold = makeBottomHold(box)
    scrollTo({})
    scrollTo({ scrollTop: 100 })
    hold.toBottom()
    assert.ok(hold.held())
    assert.is(sizes.scrollTop, 2_000)
    dispose()
  })
})

test.run()
