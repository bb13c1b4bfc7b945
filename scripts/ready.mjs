// What each command for developers begins with: a Node that is new enough, the packages, and TypeScript.
import './node-version.mjs'
import { chdir } from 'node:process'

const { install } = await import('./install.mjs')
const { root } = await import('./run-command.mjs')
chdir(root)
await install({ withDev: true })

const { register } = await import('tsx/esm/api')
register()
