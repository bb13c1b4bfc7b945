import { render } from 'solid-js/web'
import { watchForNewVersion } from '../platform/new-version.ts'
import { WordsProvider } from '../words/words.tsx'
import { CustomerPage } from './customer-page.tsx'
import { customerWords } from './customer-words.ts'

watchForNewVersion()
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
