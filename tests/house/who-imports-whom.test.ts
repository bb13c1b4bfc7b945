import { readFile } from 'node:fs/promises'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { projectFiles } from '../support/runner/project-files.ts'
import { importFaults, isRuled } from './import-faults.ts'
import { importsOf } from './imports.ts'

const faults = (path: string, ...lines: string[]) => importFaults(importsOf(path, lines.join('\n')))

test('every import of the tree is one that its room may have', async () => {
  const paths = (await projectFiles()).filter(isRuled)
  const sources = await Promise.all(paths.map((path) => readFile(path, 'utf8')))
  const found = paths.flatMap((path, position) => importFaults(importsOf(path, sources[position] ?? '')))
  assert.is(found.join('\n'), '')
})

test('all forms of an import are seen', () => {
  const targets = importsOf(
    'pwa/call/stage.tsx',
    [
      `import plain from 'one'`,
      `import type { A } from "two"`,
      `import {\n  type B,\n  c,\n} from '../ui/three.ts'`,
      `import './four.css'`,
      `export * from './five.ts'`,
      `export type { D } from './six.ts'`,
      `const later = () => import('./seven.tsx')`,
      `import worker from './eight.ts?worker'`,
    ].join('\n'),
  ).map(({ target, typeOnly }) => `${target}${typeOnly ? ' (type)' : ''}`)
  assert.equal(targets, [
    'one',
    'two (type)',
    'pwa/ui/three.ts',
    'pwa/call/four.css',
    'pwa/call/five.ts',
    'pwa/call/six.ts (type)',
    'pwa/call/eight.ts',
    'pwa/call/seven.tsx',
  ])
})

test('a sentence with the word import in a comment or a string is no import', () => {
  const source = `// import x from 'y'\n/* or\n * import x from 'y' */\nconst text = "we import it from 'there'"`
  assert.equal(importsOf('edge/domain/a.ts', source), [])
})

const forbidden: [rule: string, path: string, line: string][] = [
  ['domain imports nothing of the edge', 'edge/domain/call.ts', `import { write } from '../store/writer.ts'`],
  ['domain imports no package', 'edge/domain/call.ts', `import * as v from 'valibot'`],
  ['domain imports no type from outside', 'edge/domain/call.ts', `import type { A } from '../actions/a.ts'`],
  ['store knows no actions', 'edge/store/calls.ts', `import { placeCall } from '../actions/place-call.ts'`],
  ['gateways know no store', 'edge/gateways/push.ts', `import { write } from '../store/writer.ts'`],
  [
    'actions get gateways handed in',
    'edge/actions/a.ts',
    `import { twilioSms } from '../gateways/twilio-sms.ts'`,
  ],
  ['actions know no routes', 'edge/actions/a.ts', `import { calls } from '../routes/calls.ts'`],
  ['views do not act', 'edge/views/archive.ts', `import { placeCall } from '../actions/place-call.ts'`],
  ['routes do not touch the store', 'edge/routes/calls.ts', `import { write } from '../store/writer.ts'`],
  ['routes get gateways handed in', 'edge/routes/calls.ts', `export { a } from '../gateways/a.ts'`],
  ['the API is wired from outside', 'edge/api.ts', `import { parseConfig } from './config.ts'`],
  ['only main and node use Node', 'edge/actions/a.ts', `import { readFile } from 'node:fs/promises'`],
  ['Node without its prefix is Node too', 'edge/store/a.ts', `import fs from 'fs'`],
  ['a page has no Node', 'pwa/platform/a.ts', `import { join } from 'node:path'`],
  [
    'a page takes no values from the API',
    'pwa/operator/a.tsx',
    `import { createApi } from '../../edge/api.ts'`,
  ],
  ['nor hidden among types', 'pwa/operator/a.tsx', `import { type EdgeApi } from '../../edge/api.ts'`],
  [
    'a page knows no other types of the edge',
    'pwa/call/a.ts',
    `import type { A } from '../../edge/store/a.ts'`,
  ],
  ['ui imports no feature', 'pwa/ui/button.tsx', `import { Stage } from '../call/stage.tsx'`],
  ['platform imports no feature', 'pwa/platform/push.ts', `const a = import('../shell/frame.tsx')`],
  [
    'the operator knows no customer',
    'pwa/operator/a.tsx',
    `import { Landing } from '../customer/landing.tsx'`,
  ],
  ['the customer knows no operator', 'pwa/customer/a.tsx', `import type { A } from '../operator/inbox.tsx'`],
  ['a conversation knows neither of them', 'pwa/conversation/a.ts', `import { b } from '../operator/b.ts'`],
  ['the broker knows the law only', 'peer-server/main.ts', `import { parseConfig } from '../edge/config.ts'`],
  ['nobody imports tests', 'edge/main.ts', `import { fake } from '../tests/support/fake.ts'`],
  ['a file belongs to a room', 'edge/oddments/a.ts', `import { b } from './b.ts'`],
]

for (const [rule, path, line] of forbidden) {
  test(`the rule can fail: ${rule}`, () => {
    const found = faults(path, line)
    assert.is(found.length, 1)
    assert.ok(found[0]?.startsWith(`${path} → `), found[0])
  })
}

test('what the rooms do need is allowed', () => {
  const found = [
    faults('edge/domain/call.ts', `import type { A } from './events.ts'`),
    faults(
      'edge/store/calls.ts',
      `import { createClient } from '@libsql/client'`,
      `import '../domain/call.ts'`,
    ),
    faults(
      'edge/actions/a.ts',
      `import type { Sms } from '../gateways/sms.ts'`,
      `import '../store/calls.ts'`,
    ),
    faults('edge/routes/a.ts', `import { a } from '../views/a.ts'`, `import { b } from '../actions/b.ts'`),
    faults(
      'edge/main.ts',
      `import 'node:http'`,
      `import './store/a.ts'`,
      `import '../peer-server/broker.ts'`,
    ),
    faults(
      'pwa/operator/a.tsx',
      `import type { EdgeApi } from '../../edge/api.ts'`,
      `import '../call/line.ts'`,
    ),
    faults('pwa/call/line.ts', `import { parseEvent } from '../../edge/domain/events.ts'`),
    faults(
      'peer-server/main.ts',
      `import { readTicket } from '../edge/domain/tickets.ts'`,
      `import 'node:http'`,
    ),
  ].flat()
  assert.equal(found, [])
})

test.run()
