import { readFile } from 'node:fs/promises'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { pageWithPicture } from '../../../pwa/service-worker/page-with-picture.ts'

const page = await readFile('pwa/operator.html', 'utf8')

test('what was seen last stands where the app will be, and says what it is', () => {
  const shown = pageWithPicture(page, { picture: '<ul><li>Deniz Kaya</li></ul>', inbox: {} })
  assert.match(shown, '<div id="app" data-picture><ul><li>Deniz Kaya</li></ul></div>')
})

test('a customer whose name is a pattern of replacing is shown as they are', () => {
  const shown = pageWithPicture(page, { picture: 'Ada $& $1 $`', inbox: {} })
  assert.match(shown, '<div id="app" data-picture>Ada $& $1 $`</div>')
})

test('what it is a picture of comes along, and no customer’s name ends it early', () => {
  const inbox = { conversations: [{ customer: { name: '</script><b>Ada' } }] }
  const shown = pageWithPicture(page, { picture: '', inbox })
  const [, data = ''] = shown.match(/<script type="application\/json" id="last-inbox">(.*?)<\/script>/) ?? []
  assert.equal(JSON.parse(data), inbox)
})

test.run()
