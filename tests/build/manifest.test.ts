// What a device is told when the app is installed on it; that a browser has nothing against it says
// tests/journeys/installed.test.ts.

import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'uvu'
import * as assert from 'uvu/assert'

interface Picture {
  src: string
  sizes: string
  purpose?: string
  form_factor?: string
}

const folder = join('dist', 'operator')
const manifest = JSON.parse(await readFile(join(folder, 'manifest.webmanifest'), 'utf8'))

test('the app has an id of its own, pictures for wide and narrow, and is one window', () => {
  assert.equal([manifest.id, manifest.scope, manifest.display], ['/', '/', 'standalone'])
  const shots: Picture[] = manifest.screenshots
  assert.equal(shots.map(({ form_factor }) => form_factor).sort(), ['narrow', 'wide'])
  assert.is(manifest.launch_handler.client_mode[0], 'focus-existing')
})

test('a long press offers a new link and the archive, and other apps may share photos and videos', () => {
  const shortcuts: { name: string; url: string }[] = manifest.shortcuts
  assert.equal(
    shortcuts.map(({ name, url }) => [name, url]),
    [
      ['New video link', '/?new=link'],
      ['Archive', '/archive'],
    ],
  )
  assert.equal(manifest.share_target.params.files[0].accept, ['image/*', 'video/*'])
})

test('every icon is as large as it says, and two of them fill any shape', async () => {
  const icons: Picture[] = [
    ...manifest.icons,
    ...manifest.shortcuts.flatMap(({ icons }: { icons: Picture[] }) => icons),
  ]
  assert.is(icons.filter(({ purpose }) => purpose === 'maskable').length, 2)
  const drawn = icons.filter(({ src }) => src.endsWith('.png'))
  assert.ok(drawn.length > 4)
  for (const { src, sizes } of drawn) assert.is(await sizeOf(src), sizes, src)
})

/** As a PNG's own head says. */
async function sizeOf(src: string): Promise<string> {
  const head = await readFile(join(folder, src))
  return `${head.readUInt32BE(16)}x${head.readUInt32BE(20)}`
}

test.run()
