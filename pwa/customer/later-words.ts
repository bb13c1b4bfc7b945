// Imported for its effect: whoever shows these words needs them first.

import { customerLater } from '../words/en/customer-later.ts'
import { learnWords } from './customer-words.ts'

learnWords(customerLater)
