import { render } from 'solid-js/web'
import { WordsProvider } from '../words/words.tsx'
import { OperatorApp } from './operator-app.tsx'
import { operatorWords } from './operator-words.ts'

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
