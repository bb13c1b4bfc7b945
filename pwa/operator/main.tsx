import { render } from 'solid-js/web'
import { watchForNewVersion } from '../platform/new-version.ts'
import { WordsProvider } from '../words/words.tsx'
import { OperatorApp } from './operator-app.tsx'
import { operatorWords } from './operator-words.ts'

watchForNewVersion()
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
