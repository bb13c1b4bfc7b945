import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { deviceName, platformOf } from '../../../pwa/platform/device-name.ts'

const agent = (userAgent: string, maxTouchPoints = 0) => ({ userAgent, maxTouchPoints })
const webKit = 'AppleWebKit/605.1.15 (KHTML, like Gecko)'
const chromium = 'AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0'

test('a device is called what its owner calls it', () => {
  const names: [ReturnType<typeof agent>, string][] = [
    [agent(`Mozilla/5.0 (X11; Linux x86_64) ${chromium} Safari/537.36`), 'Chrome · Linux'],
    [agent(`Mozilla/5.0 (Windows NT 10.0) ${chromium} Safari/537.36 Edg/140.0`), 'Edge · Windows'],
    [agent(`Mozilla/5.0 (Linux; Android 16) ${chromium} Mobile Safari/537.36`), 'Chrome · Android'],
    [agent('Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0'), 'Firefox · Linux'],
    [
      agent(`Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) ${webKit} Version/18 Safari/605`),
      'Safari · macOS',
    ],
    [agent(`Mozilla/5.0 (iPhone; CPU iPhone OS 18_0) ${webKit} CriOS/140 Safari/604`), 'Chrome · iOS'],
    [agent('something new'), 'Browser'],
  ]
  for (const [browser, name] of names) assert.is(deviceName(browser), name)
})

test('an iPad that says that it is a Mac is told by its touch screen', () => {
  const mac = `Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) ${webKit} Safari/605`
  assert.equal([platformOf(agent(mac)), platformOf(agent(mac, 5))], ['mac', 'ios'])
})

test.run()
