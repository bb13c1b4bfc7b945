import { render } from 'solid-js/web'
import { laterNeeds } from '../conversation/later.tsx'
import { watchForNewVersion } from '../platform/new-version.ts'
import { laterStyles } from '../ui/later-styles.ts'
import { formatTime } from '../words/formats.ts'
import { WordsProvider } from '../words/words.tsx'
import { CustomerPage } from './customer-page.tsx'
import { customerWords, laterWords } from './customer-words.ts'

watchForNewVersion()
const place = document.getElementById('app') ?? document.body

laterNeeds(laterStyles)
laterNeeds(laterWords)

customerWords().then((source) => {
  render(
    () => (
      <WordsProvider source={source}>
        <CustomerPage />
      </WordsProvider>
    ),
    place,
  )
  // A page's first formatter takes as long as a screen: it is made while the edge answers, not with the first words.
  setTimeout(() => formatTime(Date.now(), source.language))
})
