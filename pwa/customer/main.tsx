import { render } from 'solid-js/web'
import { WordsProvider } from '../words/words.tsx'
import { CustomerPage } from './customer-page.tsx'
import { customerWords } from './customer-words.ts'

const place = document.getElementById('app') ?? document.body

customerWords().then((source) =>
  render(
    () => (
      <WordsProvider source={source}>
        <CustomerPage />
      </WordsProvider>
    ),
    place,
  ),
)
