// What leads from each version of the database to the next. schema.sql is what a new database gets at once;
// a test holds the two against each other, so a change goes into both, and the version is counted by itself.

import type { Schema } from './upgrade.ts'

export const schemaSteps: Schema['steps'] = [
  {
    to: 2,
    sql: `
      CREATE INDEX conversations_archived ON conversations (archived_at) WHERE state = 'archived';
      CREATE INDEX calls_ringing ON calls (placed_at) WHERE state = 'ringing';
      CREATE INDEX calls_live ON calls (conversation_id) WHERE state = 'live';`,
  },
]

export const schemaVersion = 1 + schemaSteps.length
