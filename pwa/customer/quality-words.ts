// Imported for its effect: whoever shows these words needs them first.

import { quality } from '../words/en/quality.ts'
import { learnWords } from './customer-words.ts'

learnWords(quality)
