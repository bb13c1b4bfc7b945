import { render } from 'solid-js/web'
import { listenForInstall } from '../platform/install-app.ts'
import { watchForNewVersion } from '../platform/new-version.ts'
import { startWorker } from '../platform/worker.ts'
import { WordsProvider } from '../words/words.tsx'
import { OperatorApp } from './operator-app.tsx'
import { operatorWords } from './operator-words.ts'

watchForNewVersion()
listenForInstall()
startWorker()
const source = await operatorWords()
const place = document.getElementById('app') ?? document.body

render(
  () => (
    <WordsProvider source={source}>
      <OperatorApp />
    </WordsProvider>
  ),
  place,
)
