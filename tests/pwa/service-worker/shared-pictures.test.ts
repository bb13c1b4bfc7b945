import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { sharedPictures } from '../../../pwa/service-worker/shared-pictures.ts'

const file = (type: string, text = 'bytes') => new File([text], 'a', { type })

test('photos and videos are taken, in their order', () => {
  const pictures = [file('image/heic'), file('video/mp4'), file('image/png')]
  assert.equal(sharedPictures(pictures), pictures)
})

test('texts, empty fields and other files that an app sends along are left', () => {
  assert.equal(sharedPictures(['https://elsewhere.test', '', file('text/html'), file('image/png', '')]), [])
})

test.run()
