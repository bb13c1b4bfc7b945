import { createECDH } from 'node:crypto'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { isCurvePoint } from '../../edge/domain/curve-point.ts'

const key = () => createECDH('prime256v1').generateKeys()

test('every key that is made is a point, and hardly any other 65 bytes are', () => {
  for (let tries = 0; tries < 50; tries++) {
    const bytes = key()
    assert.ok(isCurvePoint(bytes.toString('base64url')))
    bytes[64] = (bytes[64] ?? 0) ^ 1
    assert.not.ok(isCurvePoint(bytes.toString('base64url')))
  }
})

test('what has another form is none', () => {
  const bytes = key()
  assert.not.ok(isCurvePoint(''))
  assert.not.ok(isCurvePoint(bytes.toString('base64')))
  assert.not.ok(isCurvePoint(bytes.subarray(0, 64).toString('base64url')))
  bytes[0] = 3
  assert.not.ok(isCurvePoint(bytes.toString('base64url')))
})

test.run()
