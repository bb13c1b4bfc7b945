// time-out: 600 s
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { barriersOn } from '../support/accessibility.ts'
import { closeBrowsers } from '../support/browsers.ts'
import { visitEveryScreen } from '../support/every-screen.ts'
import { misplacedOn } from '../support/layout.ts'
import { walk } from '../support/walk.ts'

test.after(closeBrowsers)

test(
  'no screen keeps anybody out: in the light, in the dark, at 200 % and from right to left',
  walk(async (people) => {
    const barriers: string[] = []
    let screens = 0
    await visitEveryScreen(people, async (page, name) => {
      screens += 1
      barriers.push(...(await barriersOn(page, name)), ...(await misplacedOn(page, name)))
    })
    assert.is(barriers.join('\n'), '')
    assert.ok(screens > 85, `only ${screens} screens were seen`)
  }),
)

test(
  'a screen that did keep somebody out would be found, also one that does so in the dark alone',
  walk(async (people) => {
    const { page } = await people.operator('nobody yet')
    await page.getByRole('button', { name: 'Sign in' }).waitFor()
    await page.evaluate(`document.querySelector('main').insertAdjacentHTML('beforeend',
      '<p>Not to be read in the dark</p><img src="/icon.svg">')`)
    await page.evaluate(`document.querySelector('main > p').style.color = '#444'`)
    const found = (await barriersOn(page, 'sign-in')).map((barrier) => barrier.split('\n')[0])
    assert.is(found.length, 2, found.join())
    assert.match(found[0] ?? '', /sign-in, light: .*image-alt/)
    assert.match(found[1] ?? '', /sign-in, dark: .*color-contrast/)
  }),
)

test(
  'what lies outside of a screen, under something or is too small would be found',
  walk(async (people) => {
    const { page } = await people.operator('nobody yet')
    await page.getByRole('button', { name: 'Sign in' }).waitFor()
    assert.equal(await misplacedOn(page, 'sign-in'), [])
    await page.evaluate(`document.body.insertAdjacentHTML('beforeend',
      '<div id="over"></div><button id="tiny">x</button><div id="broad">broad</div>')`)
    await page.evaluate(`(() => {
      Object.assign(document.getElementById('over').style, { position: 'fixed', inset: 0, zIndex: 9 })
      Object.assign(document.getElementById('tiny').style, { position: 'fixed', top: 0, width: '9px', zIndex: 10 })
      Object.assign(document.getElementById('broad').style, { position: 'absolute', top: 0, left: 0, width: '2000px' })
    })()`)
    const found = (await misplacedOn(page, 'sign-in')).join('\n')
    for (const fault of ['the page is 2000 px wide', 'lies under', 'is only 9 by'])
      assert.ok(found.includes(fault), `${fault}:\n${found}`)
    assert.ok(found.includes('sign-in, 200 %') && found.includes('sign-in, right to left, 360 px'))
  }),
)

test.run()
