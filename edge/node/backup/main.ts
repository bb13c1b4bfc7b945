// `npm run backup -- <file>` and `npm run restore -- <file>`: the same environment as the house's own.

import { ConfigFault, readConfig } from '../../config.ts'
import { StorageFault } from '../../store/database.ts'
import { type BackedUp, backUp } from './back-up.ts'
import { BackupFault } from './backup-fault.ts'
import { restore } from './restore.ts'

const [command, file] = process.argv.slice(2)

try {
  if (!file || (command !== 'backup' && command !== 'restore'))
    throw new BackupFault(`Say where: npm run ${command ?? 'backup'} -- visavis-2026-11-27.tar`)
  const config = readConfig(process.env)
  if (command === 'backup') {
    const done = await backUp(config, file)
    console.log(`${file} holds ${wordsFor(done)}.`)
    console.log(ofKeys(done, config.secret !== null))
  } else {
    const done = await restore(config, file)
    console.log(`${config.dataDir} holds ${wordsFor(done)}.`)
    if (!done.hasKeys && config.secret === null)
      console.log('There were no keys in it: without the SECRET of that house, open links and push are gone.')
  }
} catch (cause) {
  const known = [BackupFault, ConfigFault, StorageFault].some((kind) => cause instanceof kind)
  console.error(known && cause instanceof Error ? cause.message : cause)
  process.exit(1)
}

function wordsFor({ conversations, files, version, isFilesElsewhere }: BackedUp): string {
  const what = isFilesElsewhere ? `the names of ${files} files in the bucket` : `${files} files`
  return `${conversations} conversations and ${what} (database version ${version})`
}

function ofKeys({ hasKeys }: BackedUp, isSecretGiven: boolean): string {
  const inside = hasKeys ? 'the keys of the house and ' : ''
  const outside = isSecretGiven ? ' SECRET is in your environment and not in it: keep that as well.' : ''
  return `It has ${inside}all that customers wrote: keep it where nobody else reads.${outside}`
}
