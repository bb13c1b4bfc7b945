// time-out: 240 s
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { barriersOn } from '../support/accessibility.ts'
import { closeBrowsers } from '../support/browsers.ts'
import { visitEveryScreen } from '../support/every-screen.ts'
import { walk } from '../support/walk.ts'

test.after(closeBrowsers)

test(
  'no screen keeps anybody out, in the light and in the dark',
  walk(async (people) => {
    const barriers: string[] = []
    let screens = 0
    await visitEveryScreen(people, async (page, name) => {
      screens += 1
      barriers.push(...(await barriersOn(page, name)))
    })
    assert.is(barriers.join('\n'), '')
    assert.ok(screens > 30, `only ${screens} screens were seen`)
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

test.run()
