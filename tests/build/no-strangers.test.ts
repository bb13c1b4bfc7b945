// PeerJS knows servers of its own, and asks them where nobody says otherwise. What we serve cannot.

import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'uvu'
import * as assert from 'uvu/assert'

const servers = /[\w.-]+\.(peerjs|google)\.com/g

for (const page of ['customer', 'operator']) {
  test(`no script of the ${page}'s page names a broker, a STUN or a TURN server`, async () => {
    const assets = join('dist', page, 'assets')
    const scripts = (await readdir(assets)).filter((name) => name.endsWith('.js'))
    const named = await Promise.all(
      scripts.map(async (name) => (await readFile(join(assets, name), 'utf8')).match(servers)),
    )
    assert.ok(scripts.length > 0)
    assert.equal(named.flat().filter(Boolean), [])
  })
}

test.run()
