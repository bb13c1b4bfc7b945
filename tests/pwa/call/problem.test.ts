import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { isInAppBrowser, problemOfCapture, problems } from '../../../pwa/call/problem.ts'
import { call as english } from '../../../pwa/words/en/call.ts'
import { call as turkish } from '../../../pwa/words/tr/call.ts'

const safari =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 Version/18.1 Mobile/15E148 Safari/604.1'
const instagram = `${safari} Instagram 350.0.0 (iPhone15,2; iOS 18_1)`
const webView =
  'Mozilla/5.0 (Linux; Android 15; Pixel 8; wv) AppleWebKit/537.36 Version/4.0 Chrome/130.0 Mobile Safari/537.36'

const error = (name: string) => new DOMException('', name)

test('what browsers call the trouble with a camera comes down to a few problems', () => {
  const found = {
    NotAllowedError: 'camera-denied',
    SecurityError: 'camera-denied',
    NotFoundError: 'camera-missing',
    OverconstrainedError: 'camera-missing',
    NotReadableError: 'camera-busy',
    AbortError: 'camera-busy',
  }
  for (const [name, problem] of Object.entries(found)) {
    assert.is(problemOfCapture(error(name), safari), problem, name)
  }
})

test('a refusal inside of another app is that app’s', () => {
  assert.is(problemOfCapture(error('NotAllowedError'), instagram), 'in-app-browser')
  assert.is(problemOfCapture(error('NotAllowedError'), webView), 'in-app-browser')
  assert.is(isInAppBrowser(safari), false)
})

test('a browser that has no cameras to give at all is told apart from a person who refuses', () => {
  assert.is(problemOfCapture(new TypeError('mediaDevices is undefined'), safari), 'in-app-browser')
})

test('every problem has one sentence and one button, in both languages', () => {
  for (const words of [english, turkish] as Record<string, string>[]) {
    for (const problem of problems) {
      assert.ok(words[`call.problem.${problem}`], problem)
      assert.ok(words[`call.help.${problem}`], problem)
    }
  }
})

test.run()
