import { readFile } from 'node:fs/promises'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { pageWithPicture } from '../../../pwa/service-worker/page-with-picture.ts'

const page = await readFile('pwa/operator.html', 'utf8')

test('what was seen last stands where the app will be, and says what it is', () => {
  const shown = pageWithPicture(page, '<ul><li>Deniz Kaya</li></ul>')
  assert.match(shown, '<div id="app" data-picture><ul><li>Deniz Kaya</li></ul></div>')
})

test('a customer whose name is a pattern of replacing is shown as they are', () => {
  assert.match(pageWithPicture(page, 'Ada $& $1 $`'), '<div id="app" data-picture>Ada $& $1 $`</div>')
})

test.run()
