import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { keepEarlyTaps, takeHandedInbox, takePicture } from '../../../pwa/operator/last-picture.ts'
import { noteFirstPaint } from '../../../pwa/platform/painted.ts'

function draw(markup: string): HTMLElement {
  document.body.innerHTML = `<div id="app">${markup}</div>`
  return document.getElementById('app') as HTMLElement
}

const row = (name: string) => `<li><a href="/conversations/${name}">${name}</a></li>`

test('there is no picture before the app has drawn anything, and none of another place than the inbox', async () => {
  const place = draw(`<div>${row('a')}</div>`)
  assert.is(takePicture(place), null)
  await noteFirstPaint()
  assert.is(takePicture(place), `<div>${row('a')}</div>`)
  history.replaceState(null, '', '/archive')
  assert.is(takePicture(place), null)
  history.replaceState(null, '', '/')
})

test('remarks and times are of the moment and stay out, as do styles, which the page’s policy takes from no markup', () => {
  const place = draw(
    '<div><p role="status">You are offline.</p><span data-now="">5 min</span><i style="width: 1px"></i></div>',
  )
  assert.is(takePicture(place), '<div><p role="status"></p><span data-now=""></span><i></i></div>')
})

test('the inbox that came with the page is taken once', () => {
  document.body.innerHTML =
    '<div id="app"></div><script type="application/json" id="last-inbox">{"seq":7}</script>'
  assert.equal([takeHandedInbox(), takeHandedInbox()], [{ seq: 7 }, null])
})

test('of hundreds of rows a screen’s worth is kept', () => {
  const many = Array.from({ length: 300 }, (_, at) => row(String(at)))
  assert.is(takePicture(draw(`<ul>${many.join('')}</ul>`))?.match(/<li>/g)?.length, 30)
})

test('a tap on the picture is done by the app, once, and leads to no other page', () => {
  draw(row('a') + row('b'))
  const play = keepEarlyTaps()
  const early = new MouseEvent('click', { bubbles: true, cancelable: true })
  document.querySelector('a[href$="/b"]')?.dispatchEvent(early)
  assert.ok(early.defaultPrevented)
  const place = draw(row('a') + row('b'))
  const taken: string[] = []
  place.addEventListener('click', (event) => {
    event.preventDefault()
    taken.push((event.target as Element).textContent ?? '')
  })
  play()
  assert.equal(taken, ['b'])
  document.querySelector<HTMLElement>('a[href$="/a"]')?.click()
  assert.equal(taken, ['b', 'a'])
})

test('a button that the app does not draw any more is not looked for elsewhere', () => {
  draw('<button aria-label="Account"></button>')
  const play = keepEarlyTaps()
  document.querySelector('button')?.click()
  const place = draw('<button aria-label="Other"></button>')
  let taps = 0
  place.addEventListener('click', () => taps++)
  play()
  assert.is(taps, 0)
})

test.run()
