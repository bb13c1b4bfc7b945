import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { allowWay, inAppName, wayOut } from '../../../pwa/customer/browser-kind.ts'

const webKit = 'AppleWebKit/605.1.15 (KHTML, like Gecko)'
const iPhone = `Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) ${webKit}`
const pixel = 'Mozilla/5.0 (Linux; Android 14; Pixel 8'
const blink = 'AppleWebKit/537.36 (KHTML, like Gecko)'

const safari = `${iPhone} Version/17.5 Mobile/15E148 Safari/604.1`
const chromeOnIPhone = `${iPhone} CriOS/126.0 Mobile/15E148 Safari/604.1`
const chrome = `${pixel}) ${blink} Chrome/126.0.0.0 Mobile Safari/537.36`
const webView = `${pixel}; wv) ${blink} Version/4.0 Chrome/126.0.0.0 Mobile Safari/537.36`
const macSafari = `Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) ${webKit} Version/17.5 Safari/605.1.15`
const macChrome = `Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) ${blink} Chrome/126.0.0.0 Safari/537.36`

test('real browsers are no apps', () => {
  for (const agent of [safari, chromeOnIPhone, chrome, macSafari, macChrome])
    assert.is(inAppName(agent), null, agent)
})

test('an app that says its name is called by it', () => {
  const named = {
    Instagram: `${iPhone} Mobile/15E148 Instagram 330.0.3.29.91`,
    Facebook: `${iPhone} Mobile/15E148 [FBAN/FBIOS;FBAV/469.0.0]`,
    LinkedIn: `${iPhone} Mobile/15E148 [LinkedInApp]/9.29`,
    LINE: `${webView} Line/14.9.0/IAB`,
    TikTok: `${webView} trill_340904 BytedanceWebview/d8a21c6`,
    WeChat: `${webView} MicroMessenger/8.0.49`,
  }
  for (const [name, agent] of Object.entries(named)) assert.is(inAppName(agent), name)
})

test('a bare web view is an app without a name', () => {
  assert.is(inAppName(webView), '')
  assert.is(inAppName(`${iPhone} Mobile/15E148`), '')
})

test('each browser has its own way to allow the camera', () => {
  assert.is(allowWay(safari), 'ios-safari')
  assert.is(allowWay(chromeOnIPhone), 'ios-other')
  assert.is(allowWay(chrome), 'android')
  assert.is(allowWay(macSafari), 'mac-safari')
  assert.is(allowWay(macChrome), 'desktop')
})

test('on Android an intent leads out of the app, with the token that stands behind the hash', () => {
  const out = wayOut('https://acme.test/j#abc', webView)
  assert.is(out, 'intent://acme.test/j#abc#Intent;scheme=https;action=android.intent.action.VIEW;end')
})

test('elsewhere only the clipboard leads out', () => {
  assert.is(wayOut('https://acme.test/j#abc', safari), null)
})

test.run()
