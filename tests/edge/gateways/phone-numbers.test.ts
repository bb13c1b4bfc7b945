import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { countryOf, readPhoneNumber } from '../../../edge/gateways/phone-numbers.ts'

const readable: [string, string, string, string][] = [
  ['0532 123 45 67', 'TR', '+905321234567', 'TR'],
  ['532 123 45 67', 'TR', '+905321234567', 'TR'],
  ['+90 (532) 123-45-67', 'DE', '+905321234567', 'TR'],
  ['0090 532 123 45 67', 'US', '+905321234567', 'TR'],
  ['  ٠٥٣٢١٢٣٤٥٦٧ ', 'TR', '+905321234567', 'TR'],
  ['(202) 555-0143', 'US', '+12025550143', 'US'],
  ['011 49 1512 3456789', 'US', '+4915123456789', 'DE'],
  ['0151 23456789', 'DE', '+4915123456789', 'DE'],
  ['0049 151 23456789', 'DE', '+4915123456789', 'DE'],
  ['030 901820', 'DE', '+4930901820', 'DE'],
  ['07400 123456', 'GB', '+447400123456', 'GB'],
  ['+44 7400 123456', 'nowhere', '+447400123456', 'GB'],
]
for (const [text, country, number, belongs] of readable) {
  test(`"${text}" typed in ${country} is ${number} in ${belongs}`, async () => {
    const read = await readPhoneNumber(text, country)
    assert.is(read, number)
    assert.is(read && (await countryOf(read)), belongs)
  })
}

const refused: [string, string, string][] = [
  ['nothing', '', 'TR'],
  ['words', 'call me', 'TR'],
  ['a number among words', 'call 0532 123 45 67', 'TR'],
  ['a short code', '5555', 'TR'],
  ['an emergency number', '112', 'DE'],
  ['a premium number in Turkey', '0900 123 45 67', 'TR'],
  ['a premium number in Germany', '0900 1234567', 'DE'],
  ['a premium number in the UK', '0906 701 2345', 'GB'],
  ['a premium number in the US', '900 555 0143', 'US'],
  ['a personal number in the UK', '070 1234 5678', 'GB'],
  ['a toll-free number', '+1 800 555 0143', 'US'],
  ['a satellite telephone', '+881 612 345 678', 'US'],
  ['a number that is too long', '+90 532 123 45 67 89', 'TR'],
  ['a number that is too short', '0532 123', 'TR'],
  ['a thousand digits', '5'.repeat(1000), 'TR'],
  ['a number with an extension', '+12025550143 ext. 5', 'US'],
  ['a national number without a country', '0532 123 45 67', 'nowhere'],
  ['an area that does not exist', '+90 100 123 45 67', 'TR'],
]
for (const [what, text, country] of refused) {
  test(`${what} is no number to write to`, async () => {
    assert.is(await readPhoneNumber(text, country), null)
  })
}

test.run()
