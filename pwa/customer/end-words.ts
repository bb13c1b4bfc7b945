// Imported for its effect: whoever shows these words needs them first.

import { customerEnd } from '../words/en/customer-end.ts'
import { sharedLater } from '../words/en/shared-later.ts'
import { learnWords } from './customer-words.ts'

learnWords({ ...customerEnd, ...sharedLater })
