import { createRoot } from 'solid-js'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { type Chosen, createChosen } from '../../../pwa/operator/media/chosen.ts'
import { compartmentOf } from '../../../pwa/operator/media/compartments.ts'

const file = (name: string, type = '', content = name) => new File([content], name, { type, lastModified: 1 })
const namesIn = (chosen: Chosen) => ({
  photos: chosen.of('photos').map((item) => item.file.name),
  videos: chosen.of('videos').map((item) => item.file.name),
})

test('a file lies where its type says, and by its name where the computer knows no type', () => {
  assert.is(compartmentOf(file('a', 'image/jpeg')), 'photos')
  assert.is(compartmentOf(file('a', 'video/quicktime')), 'videos')
  assert.is(compartmentOf(file('IMG_1.HEIC')), 'photos')
  assert.is(compartmentOf(file('film.MOV')), 'videos')
  assert.is(compartmentOf(file('letter.pdf', 'application/pdf')), null)
  assert.is(compartmentOf(file('letter.jpg', 'application/pdf')), null, 'a type that is known counts')
  assert.is(compartmentOf(file('drawing.svg', 'image/svg+xml')), null, 'a drawing can hold a script')
})

test('what is picked goes to its compartment, and what belongs in none is counted', () => {
  const chosen = createRoot(() => createChosen())
  chosen.add([file('a.jpg', 'image/jpeg'), file('b.mp4', 'video/mp4'), file('c.txt', 'text/plain')])
  assert.equal(namesIn(chosen), { photos: ['a.jpg'], videos: ['b.mp4'] })
  assert.is(chosen.strangers(), 1)
})

test('what is picked twice is meant once', () => {
  const chosen = createRoot(() => createChosen())
  chosen.add([file('a.jpg', 'image/jpeg')])
  chosen.add([file('a.jpg', 'image/jpeg'), file('a.jpg', 'image/jpeg', 'another one')])
  assert.is(chosen.of('photos').length, 2)
})

test('sending one compartment leaves the other as it is', () => {
  const chosen = createRoot(() => createChosen())
  chosen.add([file('a.jpg', 'image/jpeg'), file('b.jpg', 'image/jpeg'), file('c.mp4', 'video/mp4')])
  const [first] = chosen.of('photos')
  chosen.remove(first?.id ?? '')
  assert.equal(
    chosen.take('photos').map(({ name }) => name),
    ['b.jpg'],
  )
  assert.equal(namesIn(chosen), { photos: [], videos: ['c.mp4'] })
})

test.run()
