// Imported for its effect: whoever shows these words needs them first.

import { customerHelp } from '../words/en/customer-help.ts'
import { learnWords } from './customer-words.ts'

learnWords(customerHelp)
