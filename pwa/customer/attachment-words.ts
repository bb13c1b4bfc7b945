// Imported for its effect: whoever shows these words needs them first.

import { attachments } from '../words/en/attachments.ts'
import { learnWords } from './customer-words.ts'

learnWords(attachments)
