import { createHmac } from 'node:crypto'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { turnServer } from '../../edge/domain/turn.ts'

const settings = { turnUrls: ['turn:turn.example.org:3478'], turnSecret: 'north' }

test('a credential is what coturn computes from the same secret, and lives ten minutes', async () => {
  const server = await turnServer(settings, 'kitchen', 1_000_000)
  assert.is(server?.username, '1600:kitchen')
  assert.is(server?.credential, createHmac('sha1', 'north').update('1600:kitchen').digest('base64'))
  assert.equal(server?.urls, settings.turnUrls)
})

test('without a relay or its secret there is no credential', async () => {
  assert.is(await turnServer({ ...settings, turnUrls: [] }, 'kitchen', 0), null)
  assert.is(await turnServer({ ...settings, turnSecret: null }, 'kitchen', 0), null)
})

test.run()
