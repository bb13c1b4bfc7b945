import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { WebSocket, WebSocketServer } from 'ws'
import { Line } from '../../peer-server/line.ts'
import { ticketFor } from './broker-harness.ts'

test('frames that arrived together with the one that ends a line are not heard', async () => {
  const door = new WebSocketServer({ port: 0, host: '127.0.0.1' })
  await once(door, 'listening')
  const client = new WebSocket(`ws://127.0.0.1:${(door.address() as AddressInfo).port}`)
  const [[socket]] = await Promise.all([once(door, 'connection'), once(client, 'open')])
  let ends = 0
  const line = new Line(socket, {
    ticket: ticketFor('c1', 'customer'),
    judge: (frame) => ({ kind: 'pass', text: frame.toString(), isForPartner: true }),
    unreadBytes: 1_000,
    onPass() {},
    onDrop: () => {},
    onEnd: () => ends++,
  })
  const heard: string[] = []
  line.on('message', (text) => {
    heard.push(text)
    line.close()
  })
  // Written in one turn of the loop, so the server reads them all at once.
  for (let i = 0; i < 20; i++) client.send(`frame ${i}`)
  await once(client, 'close')
  assert.equal([heard, ends], [['frame 0'], 1])
  await new Promise((resolve) => door.close(resolve))
})

test.run()
