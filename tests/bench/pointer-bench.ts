import {
  closeCallPages,
  come,
  everybodyLeaves,
  newConversation,
  openCallPages,
  pictureOf,
  reaches,
  until,
} from '../support/call-page/call-pages.ts'

interface BenchTable {
  name: string
  unit: string
  rows: Record<string, number | string>[]
}

const moves = 400
const everyMs = 25

/** From the mouse's event in the operator's page to the mark's new place in the customer's, on one machine. */
export async function pointerBench(): Promise<BenchTable> {
  await openCallPages()
  try {
    newConversation()
    const [operator, customer] = await Promise.all([come('operator', 'c1'), come('customer', 'c1')])
    await Promise.all([reaches(operator, 'connected'), reaches(customer, 'connected')])
    await Promise.all([pictureOf(operator, 'Customer video'), pictureOf(customer, 'Customer video')])
    await until(operator, 'line.tools.isOpen()')
    await operator.getByRole('button', { name: 'Pointer' }).click()
    await customer.locator('[data-mark=point]').waitFor()
    await customer.evaluate(noteArrivals)
    const sent = (await operator.evaluate(moveAbout(moves, everyMs))) as number[]
    await customer.waitForTimeout(500)
    const arrived = (await customer.evaluate('window.arrivals')) as Record<string, number>
    const took = sent.flatMap((at, move) => {
      const shown = arrived[String(move)]
      return shown === undefined ? [] : [shown - at]
    })
    return { name: 'Pointer, from hand to eye', unit: 'ms', rows: [summary(took, sent.length)] }
  } finally {
    await everybodyLeaves()
    await closeCallPages()
  }
}

// Both pages tell the time by the same machine's clock. A move is known on the other side by its place: each has
// its own, a few hundredths of the picture apart.
const clock = 'performance.timeOrigin + performance.now()'

const moveAbout = (count: number, pauseMs: number) => `(async () => {
  const layer = document.querySelector('[role=application]')
  const video = document.querySelector('[aria-label="Customer video"]')
  const box = video.getBoundingClientRect()
  const zoom = Math.min(box.width / video.videoWidth, box.height / video.videoHeight)
  const sent = []
  for (let move = 0; move < ${count}; move++) {
    const share = 0.1 + (0.8 * move) / ${count}
    sent.push(${clock})
    layer.dispatchEvent(new PointerEvent('pointermove', {
      bubbles: true,
      clientX: box.left + box.width / 2 + (share - 0.5) * video.videoWidth * zoom,
      clientY: box.top + box.height / 2,
    }))
    await new Promise((rest) => setTimeout(rest, ${pauseMs}))
  }
  return sent
})()`

const noteArrivals = `(() => {
  window.arrivals = {}
  const mark = document.querySelector('[data-mark=point]')
  const video = document.querySelector('[aria-label="Customer video"]')
  new MutationObserver(() => {
    const zoom = Math.min(video.clientWidth / video.videoWidth, video.clientHeight / video.videoHeight)
    const left = (video.clientWidth - video.videoWidth * zoom) / 2
    const across = (parseFloat(mark.style.translate) - left) / (video.videoWidth * zoom)
    const move = Math.round(((1 - across - 0.1) / 0.8) * ${moves})
    window.arrivals[move] ??= ${clock}
  }).observe(mark, { attributes: true, attributeFilter: ['style'] })
})()`

function summary(took: number[], sent: number): Record<string, number | string> {
  const sorted = took.sort((a, b) => a - b)
  const at = (share: number) =>
    Number((sorted[Math.floor((sorted.length - 1) * share)] ?? Number.NaN).toFixed(1))
  return { moves: sent, seen: sorted.length, p50: at(0.5), p95: at(0.95), p99: at(0.99) }
}

if (process.argv[1] === import.meta.filename) {
  const table = await pointerBench()
  console.log(`${table.name} (${table.unit})`)
  console.table(table.rows)
}
