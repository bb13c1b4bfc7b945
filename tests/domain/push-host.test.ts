import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { isPublicHost, mayPushTo, showsEveryPush } from '../../edge/domain/push-host.ts'

const may = (endpoint: string, also: string[] = []) => mayPushTo(endpoint, also)

test('the services of the browsers are allowed', () => {
  for (const endpoint of [
    'https://fcm.googleapis.com/fcm/send/abc:def',
    'https://updates.push.services.mozilla.com/wpush/v2/abc',
    'https://web.push.apple.com/QabcDEF',
    'https://wns2-par02p.notify.windows.com/w/?token=abc',
  ])
    assert.ok(may(endpoint), endpoint)
})

test('a house may name others, by the whole name or by where it ends', () => {
  assert.not.ok(may('https://push.example.org/a'))
  assert.ok(may('https://push.example.org/a', ['push.example.org']))
  assert.ok(may('https://eu.push.example.org/a', ['.push.example.org']))
  assert.not.ok(may('https://eu.push.example.org/a', ['push.example.org']))
  assert.not.ok(may('https://evilpush.example.org/a', ['.push.example.org']))
})

test('whatever would make the house call somewhere else is refused', () => {
  const endpoints = [
    'http://fcm.googleapis.com/a',
    'https://fcm.googleapis.com:8443/a',
    'https://user:secret@fcm.googleapis.com/a',
    'https://fcm.googleapis.com@evil.example/a',
    'https://fcm.googleapis.com.evil.example/a',
    'https://evil.example/fcm.googleapis.com',
    'https://notify.windows.com/a',
    'https://fcm.googleapis.com./a',
    'https://localhost/a',
    'https://127.0.0.1/a',
    'https://2130706433/a',
    'https://0x7f.1/a',
    'https://[::1]/a',
    'https://[::ffff:10.0.0.1]/a',
    'https://169.254.169.254/latest/meta-data',
    'https://printer.local/a',
    'https://intranet/a',
    'ftp://fcm.googleapis.com/a',
    'javascript:alert(1)',
    '',
    `https://fcm.googleapis.com/${'a'.repeat(1_100)}`,
  ]
  for (const endpoint of endpoints) assert.not.ok(may(endpoint), endpoint)
})

test('a house cannot name a machine of its own network', () => {
  for (const host of [
    'localhost',
    'a.localhost',
    '10.0.0.7',
    '1.2.3.0x7f',
    'push',
    'nas.home.arpa',
    'push.internal',
  ])
    assert.not.ok(isPublicHost(host), host)
  assert.ok(isPublicHost('push.example.org'))
  assert.not.ok(may('https://10.0.0.7/a', ['10.0.0.7']))
})

test('Safari alone has to show every push', () => {
  assert.ok(showsEveryPush('https://web.push.apple.com/a'))
  assert.not.ok(showsEveryPush('https://fcm.googleapis.com/a'))
})

test.run()
