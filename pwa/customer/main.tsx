import { render } from 'solid-js/web'
import { laterNeeds } from '../conversation/later.tsx'
import { watchForNewVersion } from '../platform/new-version.ts'
import { laterStyles } from '../ui/later-styles.ts'
import { WordsProvider } from '../words/words.tsx'
import { CustomerPage } from './customer-page.tsx'
import { customerWords, laterWords } from './customer-words.ts'
import { CallPart } from './later-parts.ts'

watchForNewVersion()
const place = document.getElementById('app') ?? document.body

laterNeeds(laterStyles)
laterNeeds(laterWords)
// Its way to the broker is the longest of all.
CallPart.preload()

customerWords().then((source) => {
  render(
    () => (
      <WordsProvider source={source}>
        <CustomerPage />
      </WordsProvider>
    ),
    place,
  )
})
