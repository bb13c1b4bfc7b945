import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { isShellPath } from '../../../pwa/service-worker/shell-path.ts'

test('the operator’s addresses open without a network, the deepest too', () => {
  for (const path of ['/', '/conversations/5f0c', '/archive', '/archive/5f0c', '/settings', '/join', '/jobs'])
    assert.ok(isShellPath(path), path)
})

test('the customer’s page, the API, the broker and what machines ask for are never answered in their place', () => {
  for (const path of [
    '/j',
    '/j/',
    '/c/assets/a.js',
    '/api',
    '/api/docs',
    '/peer',
    '/peer/x',
    '/healthz',
    '/metrics',
  ])
    assert.not.ok(isShellPath(path), path)
})

test('a file is no place to be at', () => {
  for (const path of ['/icon.svg', '/assets/gone.js', '/manifest.webmanifest'])
    assert.not.ok(isShellPath(path), path)
})

test.run()
