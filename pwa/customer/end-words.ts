// Imported for its effect: whoever shows these words needs them first.

import { customerEnd } from '../words/en/customer-end.ts'
import { rating } from '../words/en/rating.ts'
import { learnWords } from './customer-words.ts'

learnWords({ ...customerEnd, ...rating })
