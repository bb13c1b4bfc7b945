import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { doorOf } from '../../../pwa/call/knock.ts'

test('what is knocked at speaks as the page’s own host does', () => {
  const doors = {
    'https://help.example.com/j': 'turns:help.example.com:443?transport=tcp',
    'https://help.example.com:8443/': 'turns:help.example.com:8443?transport=tcp',
    'http://localhost:8787/': 'turn:localhost:8787?transport=tcp',
    'http://192.168.1.5/': 'turn:192.168.1.5:80?transport=tcp',
    'https://[::1]/': 'turns:[::1]:443?transport=tcp',
  }
  for (const [page, door] of Object.entries(doors)) assert.is(doorOf(new URL(page)), door, page)
})

test.run()
