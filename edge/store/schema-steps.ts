// What leads from each version of the database to the next. schema.sql is what a new database gets at once;
// a test holds the two against each other, so a change goes into both, and the version is counted by itself.

import type { Schema } from './upgrade.ts'

/** As fold() of edge/domain/search.ts does, for the letters of the names that were kept before it. */
function foldedInSql(column: string): string {
  const letters = 'İi ıi Şs şs Ğg ğg Üu üu Öo öo Çc çc Âa âa Îi îi Ûu ûu'.split(' ')
  return letters.reduce((sql, [from, to]) => `replace(${sql}, '${from}', '${to}')`, `lower(${column})`)
}

export const schemaSteps: Schema['steps'] = [
  {
    to: 2,
    sql: `
      CREATE INDEX conversations_archived ON conversations (archived_at) WHERE state = 'archived';
      CREATE INDEX calls_ringing ON calls (placed_at) WHERE state = 'ringing';
      CREATE INDEX calls_live ON calls (conversation_id) WHERE state = 'live';`,
  },
  {
    to: 3,
    sql: `
      CREATE TABLE attachments (
        id              TEXT PRIMARY KEY,
        conversation_id TEXT NOT NULL REFERENCES conversations (id),
        side            TEXT NOT NULL CHECK (side IN ('customer', 'operator')),
        operator_id     TEXT REFERENCES operators (id),
        state           TEXT NOT NULL CHECK (state IN ('uploading', 'ready', 'refused', 'cancelled')),
        name            TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
        size            INTEGER NOT NULL CHECK (size > 0),
        kind            TEXT CHECK (kind IN ('photo', 'video', 'document')),
        type            TEXT,
        width           INTEGER,
        height          INTEGER,
        problem         TEXT,
        created_at      INTEGER NOT NULL,
        ready_at        INTEGER,
        removed_at      INTEGER,
        CHECK ((side = 'operator') = (operator_id IS NOT NULL)),
        CHECK ((state = 'ready') = (ready_at IS NOT NULL)),
        CHECK (state <> 'ready' OR (kind IS NOT NULL AND type IS NOT NULL AND removed_at IS NULL)),
        CHECK ((state = 'refused') = (problem IS NOT NULL))
      ) STRICT;
      CREATE INDEX attachments_by_conversation ON attachments (conversation_id, side);
      CREATE INDEX attachments_uploading ON attachments (created_at) WHERE state = 'uploading';
      CREATE INDEX attachments_to_remove ON attachments (created_at)
        WHERE state IN ('refused', 'cancelled') AND removed_at IS NULL;
      CREATE TRIGGER events_index_files AFTER INSERT ON events WHEN NEW.type = 'attachment.shared'
      BEGIN INSERT INTO message_search (rowid, text) VALUES (NEW.seq, json_extract(NEW.data, '$.name')); END;`,
  },
  {
    to: 4,
    sql: `
      CREATE TABLE templates (
        id       TEXT PRIMARY KEY,
        name     TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 80),
        language TEXT NOT NULL CHECK (language IN ('en', 'tr')),
        text     TEXT NOT NULL CHECK (length(text) BETWEEN 1 AND 300)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX events_of_progress ON events (conversation_id, seq) WHERE type = 'visit.progressed';`,
  },
  {
    to: 5,
    sql: `
      CREATE TABLE team_settings (
        id                 INTEGER PRIMARY KEY CHECK (id = 1),
        customers_may_call INTEGER NOT NULL CHECK (customers_may_call IN (0, 1))
      ) STRICT;`,
  },
  {
    to: 6,
    sql: `
      CREATE TABLE handovers (
        code_hash       TEXT PRIMARY KEY,
        conversation_id TEXT NOT NULL REFERENCES conversations (id),
        device_hash     TEXT NOT NULL,
        expires_at      INTEGER NOT NULL,
        taken_at        INTEGER
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX handovers_by_conversation ON handovers (conversation_id);
      CREATE INDEX handovers_untaken ON handovers (expires_at) WHERE taken_at IS NULL;
      ALTER TABLE operators ADD COLUMN online_since INTEGER NOT NULL DEFAULT 0;
      ALTER TABLE customers ADD COLUMN folded_name TEXT NOT NULL DEFAULT '';
      UPDATE customers SET folded_name = ${foldedInSql('name')};
      DROP TRIGGER events_index_messages;
      CREATE TRIGGER events_index_messages AFTER INSERT ON events WHEN NEW.type = 'message.posted'
      BEGIN INSERT INTO message_search (rowid, text) VALUES (NEW.seq, replace(json_extract(NEW.data, '$.text'), 'ı', 'i')); END;
      DROP TRIGGER events_index_files;
      CREATE TRIGGER events_index_files AFTER INSERT ON events WHEN NEW.type = 'attachment.shared'
      BEGIN INSERT INTO message_search (rowid, text) VALUES (NEW.seq, replace(json_extract(NEW.data, '$.name'), 'ı', 'i')); END;
      UPDATE message_search SET text = replace(text, 'ı', 'i') WHERE text LIKE '%ı%';`,
  },
  {
    to: 7,
    sql: `
      CREATE TABLE restarts (
        call_id      TEXT NOT NULL REFERENCES calls (id),
        side         TEXT NOT NULL CHECK (side IN ('customer', 'operator')),
        line         TEXT NOT NULL,
        turn         INTEGER NOT NULL,
        kind         TEXT NOT NULL CHECK (kind IN ('asks', 'offer', 'answer', 'unknown')),
        answers      INTEGER NOT NULL,
        sdp          TEXT NOT NULL CHECK (length(sdp) <= 65536),
        words        INTEGER NOT NULL,
        counted_from INTEGER NOT NULL,
        PRIMARY KEY (call_id, side)
      ) STRICT, WITHOUT ROWID;
      CREATE TRIGGER calls_forget_restarts AFTER UPDATE OF state ON calls WHEN NEW.state = 'ended'
      BEGIN DELETE FROM restarts WHERE call_id = NEW.id; END;`,
  },
  {
    to: 8,
    sql: `
      CREATE INDEX calls_ended ON calls (ended_at) WHERE state = 'ended';
      CREATE TABLE call_reports (
        call_id              TEXT NOT NULL REFERENCES calls (id),
        side                 TEXT NOT NULL CHECK (side IN ('customer', 'operator')),
        way                  TEXT CHECK (way IN ('direct', 'relay')),
        restarts             INTEGER NOT NULL CHECK (restarts >= 0),
        seconds              INTEGER NOT NULL CHECK (seconds >= 0),
        still_seconds        INTEGER NOT NULL CHECK (still_seconds >= 0),
        first_frame_ms       INTEGER,
        round_trip_median_ms INTEGER,
        round_trip_p95_ms    INTEGER,
        loss_percent         REAL NOT NULL CHECK (loss_percent BETWEEN 0 AND 100),
        kbps                 INTEGER NOT NULL CHECK (kbps >= 0),
        freezes              INTEGER NOT NULL CHECK (freezes >= 0),
        frozen_seconds       INTEGER NOT NULL CHECK (frozen_seconds >= 0),
        reported_at          INTEGER NOT NULL,
        PRIMARY KEY (call_id, side)
      ) STRICT, WITHOUT ROWID;`,
  },
  {
    to: 9,
    sql: `
      CREATE TABLE revoked_sessions (
        token_hash TEXT PRIMARY KEY,
        at         INTEGER NOT NULL
      ) STRICT, WITHOUT ROWID;
      CREATE TABLE conversation_tags (
        conversation_id TEXT NOT NULL REFERENCES conversations (id),
        folded          TEXT NOT NULL,
        tag             TEXT NOT NULL CHECK (length(tag) BETWEEN 1 AND 40),
        PRIMARY KEY (conversation_id, folded)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX conversation_tags_by_tag ON conversation_tags (folded);
      DROP TRIGGER events_index_messages;
      CREATE TRIGGER events_index_messages AFTER INSERT ON events WHEN NEW.type IN ('message.posted', 'note.written')
      BEGIN INSERT INTO message_search (rowid, text) VALUES (NEW.seq, replace(json_extract(NEW.data, '$.text'), 'ı', 'i')); END;`,
  },
  {
    to: 10,
    sql: `
      CREATE TABLE conversation_brokers (
        conversation_id TEXT PRIMARY KEY REFERENCES conversations (id),
        broker          TEXT NOT NULL
      ) STRICT, WITHOUT ROWID;
      CREATE TABLE leases (
        name   TEXT PRIMARY KEY,
        holder TEXT NOT NULL,
        until  INTEGER NOT NULL
      ) STRICT, WITHOUT ROWID;
      CREATE TABLE writers (
        id      TEXT PRIMARY KEY,
        commits INTEGER NOT NULL,
        at      INTEGER NOT NULL
      ) STRICT, WITHOUT ROWID;`,
  },
  {
    to: 11,
    sql: `
      ALTER TABLE operators ADD COLUMN listening_at INTEGER NOT NULL DEFAULT 0;
      CREATE TABLE push_devices (
        id           TEXT PRIMARY KEY,
        operator_id  TEXT NOT NULL REFERENCES operators (id),
        session_hash TEXT NOT NULL UNIQUE REFERENCES sessions (token_hash) ON DELETE CASCADE,
        endpoint     TEXT NOT NULL UNIQUE CHECK (endpoint GLOB 'https://?*'),
        p256dh       TEXT NOT NULL,
        auth         TEXT NOT NULL,
        name         TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 80),
        platform     TEXT NOT NULL CHECK (platform IN ('android', 'ios', 'mac', 'windows', 'linux', 'other')),
        language     TEXT NOT NULL CHECK (language IN ('en', 'tr')),
        enabled      INTEGER NOT NULL DEFAULT 1 CHECK (enabled IN (0, 1)),
        canary       TEXT NOT NULL DEFAULT 'none' CHECK (canary IN ('none', 'pending', 'confirmed', 'failed')),
        canary_hash  TEXT UNIQUE,
        canary_at    INTEGER,
        confirmed_at INTEGER,
        problem      TEXT CHECK (problem IN ('keys-refused', 'refused', 'unreachable')),
        created_at   INTEGER NOT NULL,
        seen_at      INTEGER NOT NULL,
        CHECK (canary <> 'pending' OR canary_hash IS NOT NULL),
        CHECK ((canary_hash IS NULL) OR (canary_at IS NOT NULL)),
        CHECK (canary <> 'confirmed' OR confirmed_at IS NOT NULL)
      ) STRICT;
      CREATE INDEX push_devices_by_operator ON push_devices (operator_id);
      CREATE TABLE pushes (
        id              TEXT PRIMARY KEY,
        device_id       TEXT NOT NULL REFERENCES push_devices (id) ON DELETE CASCADE,
        kind            TEXT NOT NULL CHECK (kind IN ('job', 'withdraw', 'test', 'message')),
        -- What it is about, a test aside: a job, or for messages a conversation.
        subject         TEXT NOT NULL,
        quiet           INTEGER NOT NULL DEFAULT 0 CHECK (quiet IN (0, 1)),
        state           TEXT NOT NULL CHECK (state IN ('queued', 'sending', 'sent', 'dropped')),
        attempts        INTEGER NOT NULL DEFAULT 0,
        due_at          INTEGER NOT NULL,
        expires_at      INTEGER NOT NULL,
        updated_at      INTEGER NOT NULL
      ) STRICT;
      CREATE INDEX pushes_due ON pushes (due_at) WHERE state IN ('queued', 'sending');
      CREATE INDEX pushes_by_device ON pushes (device_id, subject);
      CREATE INDEX pushes_by_subject ON pushes (subject);
      CREATE TABLE push_settings (
        operator_id TEXT PRIMARY KEY REFERENCES operators (id),
        jobs        INTEGER NOT NULL CHECK (jobs IN (0, 1)),
        messages    INTEGER NOT NULL CHECK (messages IN (0, 1)),
        first_names INTEGER NOT NULL CHECK (first_names IN (0, 1)),
        quiet_from  TEXT,
        quiet_to    TEXT,
        time_zone   TEXT,
        CHECK ((quiet_from IS NULL) = (quiet_to IS NULL) AND (quiet_from IS NULL) = (time_zone IS NULL))
      ) STRICT, WITHOUT ROWID;`,
  },
  {
    to: 12,
    sql: `
      CREATE TABLE multiparts (
        attachment_id TEXT PRIMARY KEY REFERENCES attachments (id),
        upload_id     TEXT NOT NULL,
        whole_at      INTEGER
      ) STRICT, WITHOUT ROWID;`,
  },
]

export const schemaVersion = 1 + schemaSteps.length

/** @param sql schema.sql */
export const schemaOf = (sql: string): Schema => ({
  version: schemaVersion,
  sql,
  tables: ['operators', 'conversations', 'events'],
  steps: schemaSteps,
})
