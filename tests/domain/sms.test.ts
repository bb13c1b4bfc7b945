import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { countSegments, nextSmsState, refusalOf, type SmsState, smsRank } from '../../edge/domain/sms.ts'

// Every way forward, written out; whatever is not here must change nothing.
const forward: Record<SmsState, SmsState[]> = {
  queued: ['unknown', 'sending', 'sent', 'delivered', 'undelivered', 'failed', 'shown', 'suppressed'],
  unknown: ['sending', 'sent', 'delivered', 'undelivered', 'failed'],
  sending: ['sent', 'delivered', 'undelivered', 'failed'],
  sent: ['delivered', 'undelivered', 'failed'],
  delivered: [],
  undelivered: [],
  failed: [],
  shown: [],
  suppressed: [],
}
const states = Object.keys(forward) as SmsState[]

for (const current of states) {
  for (const reported of states) {
    const next = forward[current].includes(reported) ? reported : current
    test(`a ${current} message reported ${reported} is ${next}`, () => {
      assert.is(nextSmsState(current, reported), next)
    })
  }
}

test('no order of repeated reports takes a message back', () => {
  const reports: SmsState[] = [
    'sent',
    'queued',
    'delivered',
    'sending',
    'sent',
    'undelivered',
    'unknown',
    'delivered',
  ]
  let state: SmsState = 'queued'
  for (const report of reports) {
    const next = nextSmsState(state, report)
    assert.ok(smsRank(next) >= smsRank(state))
    state = next
  }
  assert.is(state, 'delivered')
})

test("Twilio's codes have reasons, and one that nobody knows is a plain rejection", () => {
  assert.is(refusalOf(21610), 'opted-out')
  assert.is(refusalOf(21211), 'invalid-number')
  assert.is(refusalOf(30006), 'invalid-number')
  assert.is(refusalOf(21408), 'not-allowed')
  assert.is(refusalOf(99999), 'rejected')
  assert.is(refusalOf(null), 'rejected')
})

const texts: [string, string, ReturnType<typeof countSegments>][] = [
  ['an empty text', '', { encoding: 'GSM-7', segments: 0, characters: 0 }],
  ['one letter', 'a', { encoding: 'GSM-7', segments: 1, characters: 1 }],
  ['160 letters', 'a'.repeat(160), { encoding: 'GSM-7', segments: 1, characters: 160 }],
  ['161 letters', 'a'.repeat(161), { encoding: 'GSM-7', segments: 2, characters: 161 }],
  ['306 letters', 'a'.repeat(306), { encoding: 'GSM-7', segments: 2, characters: 306 }],
  ['307 letters', 'a'.repeat(307), { encoding: 'GSM-7', segments: 3, characters: 307 }],
  ['a euro sign, which takes two', '€', { encoding: 'GSM-7', segments: 1, characters: 2 }],
  ['80 euro signs', '€'.repeat(80), { encoding: 'GSM-7', segments: 1, characters: 160 }],
  ['81 euro signs', '€'.repeat(81), { encoding: 'GSM-7', segments: 2, characters: 162 }],
  // 153 is odd: each segment holds 76 pairs and an empty septet, so 153 pairs need a third.
  ['153 euro signs', '€'.repeat(153), { encoding: 'GSM-7', segments: 3, characters: 306 }],
  [
    'German, Spanish and Greek capitals',
    'äöüßÄÖÜñÑ¿¡ΔΦΓ',
    { encoding: 'GSM-7', segments: 1, characters: 14 },
  ],
  ['Turkish letters of the alphabet', 'öüÖÜÇ', { encoding: 'GSM-7', segments: 1, characters: 5 }],
  ['a small ç, which the alphabet lacks', 'ç', { encoding: 'UCS-2', segments: 1, characters: 1 }],
  ['a backtick, which the alphabet lacks', '`', { encoding: 'UCS-2', segments: 1, characters: 1 }],
  ['70 letters with an ş', `ş${'a'.repeat(69)}`, { encoding: 'UCS-2', segments: 1, characters: 70 }],
  ['71 letters with a ğ', `ğ${'a'.repeat(70)}`, { encoding: 'UCS-2', segments: 2, characters: 71 }],
  ['134 letters with an ı', `ı${'a'.repeat(133)}`, { encoding: 'UCS-2', segments: 2, characters: 134 }],
  ['135 letters with an İ', `İ${'a'.repeat(134)}`, { encoding: 'UCS-2', segments: 3, characters: 135 }],
  ['an emoji, which takes two units', '👋', { encoding: 'UCS-2', segments: 1, characters: 2 }],
  ['36 emoji', '👋'.repeat(36), { encoding: 'UCS-2', segments: 2, characters: 72 }],
  // 67 is odd as well.
  ['67 emoji', '👋'.repeat(67), { encoding: 'UCS-2', segments: 3, characters: 134 }],
]
for (const [what, text, counted] of texts) {
  test(`${what}: ${counted.encoding}, ${counted.segments} segments`, () => {
    assert.equal(countSegments(text), counted)
  })
}

test('the alphabet has its 127 letters and the extension table its ten', () => {
  const letters = Array.from({ length: 0x10000 }, (_, code) => String.fromCharCode(code))
  const gsm = letters.map(countSegments).filter(({ encoding }) => encoding === 'GSM-7')
  assert.is(gsm.filter(({ characters }) => characters === 1).length, 127)
  assert.is(gsm.filter(({ characters }) => characters === 2).length, 10)
})

test.run()
