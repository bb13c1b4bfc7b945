import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { brokerAddress } from '../../../pwa/call/broker-address.ts'

const page = 'https://help.example.com/j'

test('a broker elsewhere is reached as its ticket says', () => {
  assert.equal(brokerAddress('wss://broker.example.org/peer', page), {
    host: 'broker.example.org',
    port: 443,
    path: '/peer',
    secure: true,
  })
  assert.equal(brokerAddress('ws://[::1]:9000/deep/peer', page), {
    host: '[::1]',
    port: 9000,
    path: '/deep/peer',
    secure: false,
  })
})

test('a path alone is on the page’s own origin, encrypted if the page is', () => {
  assert.equal(brokerAddress('/peer', page), {
    host: 'help.example.com',
    port: 443,
    path: '/peer',
    secure: true,
  })
  assert.equal(brokerAddress('/peer', 'http://localhost:8787/'), {
    host: 'localhost',
    port: 8787,
    path: '/peer',
    secure: false,
  })
})

test.run()
