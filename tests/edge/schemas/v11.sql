-- The whole database. Times are milliseconds since the epoch, ids are random UUIDs,
-- secrets are kept as SHA-256 hashes alone. What must never be true is forbidden here,
-- so that no bug in the code above can make it true.

CREATE TABLE schema_version (version INTEGER NOT NULL) STRICT;

-- People ---------------------------------------------------------------------

-- `online_since`: when the operator came Online last; what was turned down before it may be offered again.
-- `listening_at`: when a page of theirs was last seen to listen.
CREATE TABLE operators (
  id                 TEXT PRIMARY KEY,
  email              TEXT NOT NULL UNIQUE COLLATE NOCASE,
  name               TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 80),
  role               TEXT NOT NULL CHECK (role IN ('admin', 'operator')),
  -- Absent until an invited operator has chosen one.
  password_hash      TEXT,
  status             TEXT NOT NULL DEFAULT 'offline' CHECK (status IN ('online', 'busy', 'be-right-back', 'offline')),
  conversation_limit INTEGER NOT NULL DEFAULT 3 CHECK (conversation_limit BETWEEN 1 AND 50),
  join_token_hash    TEXT UNIQUE,
  join_expires_at    INTEGER,
  last_offered_at    INTEGER NOT NULL DEFAULT 0,
  disabled_at        INTEGER,
  created_at         INTEGER NOT NULL,
  online_since       INTEGER NOT NULL DEFAULT 0,
  listening_at       INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE departments (
  id         TEXT PRIMARY KEY,
  name       TEXT NOT NULL UNIQUE COLLATE NOCASE CHECK (length(name) BETWEEN 1 AND 80),
  created_at INTEGER NOT NULL
) STRICT;

CREATE TABLE department_members (
  department_id TEXT NOT NULL REFERENCES departments (id) ON DELETE CASCADE,
  operator_id   TEXT NOT NULL REFERENCES operators (id),
  PRIMARY KEY (department_id, operator_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX department_members_by_operator ON department_members (operator_id);

CREATE TABLE sessions (
  token_hash  TEXT PRIMARY KEY,
  operator_id TEXT NOT NULL REFERENCES operators (id),
  created_at  INTEGER NOT NULL,
  expires_at  INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Sessions that were taken away, for as long as their cookie lives: the device that brings one is told to forget what
-- it keeps.
CREATE TABLE revoked_sessions (
  token_hash TEXT PRIMARY KEY,
  at         INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Guesses at a password, by address and by account, in windows.
CREATE TABLE attempts (
  subject   TEXT PRIMARY KEY,
  failures  INTEGER NOT NULL,
  resets_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- `folded_name` is what a search looks at; see edge/domain/search.ts.
CREATE TABLE customers (
  id          TEXT PRIMARY KEY,
  phone       TEXT NOT NULL UNIQUE CHECK (phone GLOB '+[1-9]*'),
  name        TEXT NOT NULL DEFAULT '',
  created_at  INTEGER NOT NULL,
  folded_name TEXT NOT NULL DEFAULT ''
) STRICT;

-- Numbers that answered STOP. Kept apart from customers, so that erasing one keeps the promise.
CREATE TABLE opt_outs (
  phone TEXT PRIMARY KEY,
  at    INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- What an invite's SMS may say; variables in braces, see edge/domain/template.ts.
CREATE TABLE templates (
  id       TEXT PRIMARY KEY,
  name     TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 80),
  language TEXT NOT NULL CHECK (language IN ('en', 'tr')),
  text     TEXT NOT NULL CHECK (length(text) BETWEEN 1 AND 300)
) STRICT, WITHOUT ROWID;

-- What an administrator has set; without a row the defaults of edge/store/team-settings.ts hold.
CREATE TABLE team_settings (
  id                 INTEGER PRIMARY KEY CHECK (id = 1),
  customers_may_call INTEGER NOT NULL CHECK (customers_may_call IN (0, 1))
) STRICT;

-- Conversations --------------------------------------------------------------

CREATE TABLE conversations (
  id             TEXT PRIMARY KEY,
  customer_id    TEXT NOT NULL REFERENCES customers (id),
  state          TEXT NOT NULL CHECK (state IN
                   ('invited', 'unreachable', 'waiting', 'offered', 'active', 'closed', 'archived', 'expired')),
  assignment     TEXT NOT NULL CHECK (assignment IN ('direct', 'normal')),
  language       TEXT NOT NULL CHECK (language IN ('en', 'tr')),
  -- What the SMS says before the link, in the inviting operator's words.
  message        TEXT NOT NULL DEFAULT '',
  inviter_id     TEXT NOT NULL REFERENCES operators (id),
  department_id  TEXT REFERENCES departments (id) ON DELETE SET NULL,
  -- Whom the inviter named; the job is offered to this operator first.
  requested_id   TEXT REFERENCES operators (id),
  -- Who accepted.
  operator_id    TEXT REFERENCES operators (id),
  -- The one phone that opened the link.
  device_hash    TEXT,
  reason         TEXT,
  created_at     INTEGER NOT NULL,
  opened_at      INTEGER,
  waiting_since  INTEGER,
  accepted_at    INTEGER,
  closed_at      INTEGER,
  closed_by      TEXT CHECK (closed_by IN ('customer', 'operator', 'clock')),
  archived_at    INTEGER,
  last_event_at  INTEGER NOT NULL,
  CHECK (state <> 'active' OR operator_id IS NOT NULL),
  CHECK (state NOT IN ('waiting', 'offered', 'active') OR device_hash IS NOT NULL),
  CHECK (state NOT IN ('closed', 'archived') OR closed_at IS NOT NULL),
  CHECK (state <> 'archived' OR (archived_at IS NOT NULL AND reason IS NOT NULL))
) STRICT;

CREATE INDEX conversations_by_state ON conversations (state, last_event_at);
CREATE INDEX conversations_by_customer ON conversations (customer_id, created_at);
CREATE INDEX conversations_by_operator ON conversations (operator_id, state);
CREATE INDEX conversations_archived ON conversations (archived_at) WHERE state = 'archived';

-- The team's own words for a conversation. `folded` is what tells them apart; see edge/domain/tag.ts.
CREATE TABLE conversation_tags (
  conversation_id TEXT NOT NULL REFERENCES conversations (id),
  folded          TEXT NOT NULL,
  tag             TEXT NOT NULL CHECK (length(tag) BETWEEN 1 AND 40),
  PRIMARY KEY (conversation_id, folded)
) STRICT, WITHOUT ROWID;

CREATE INDEX conversation_tags_by_tag ON conversation_tags (folded);

CREATE TABLE links (
  id              TEXT PRIMARY KEY,
  conversation_id TEXT NOT NULL REFERENCES conversations (id),
  token_hash      TEXT NOT NULL UNIQUE,
  created_at      INTEGER NOT NULL,
  expires_at      INTEGER NOT NULL,
  revoked_at      INTEGER,
  opened_at       INTEGER
) STRICT;

CREATE INDEX links_by_conversation ON links (conversation_id, created_at);

-- Codes by which a phone goes on in another of its browsers: good once, for minutes, and only while the device that
-- gave one out has the conversation. A taken one stays, to tell that device where the conversation went.
CREATE TABLE handovers (
  code_hash       TEXT PRIMARY KEY,
  conversation_id TEXT NOT NULL REFERENCES conversations (id),
  device_hash     TEXT NOT NULL,
  expires_at      INTEGER NOT NULL,
  taken_at        INTEGER
) STRICT, WITHOUT ROWID;

CREATE INDEX handovers_by_conversation ON handovers (conversation_id);
CREATE INDEX handovers_untaken ON handovers (expires_at) WHERE taken_at IS NULL;

-- Also the courier's outbox: 'queued' and due means that it is the courier's to send.
CREATE TABLE sms (
  id              TEXT PRIMARY KEY,
  conversation_id TEXT NOT NULL REFERENCES conversations (id),
  link_id         TEXT NOT NULL REFERENCES links (id),
  phone           TEXT NOT NULL,
  state           TEXT NOT NULL CHECK (state IN
                    ('queued', 'sending', 'sent', 'delivered', 'undelivered', 'failed', 'unknown', 'shown', 'suppressed')),
  sid             TEXT UNIQUE,
  error_code      INTEGER,
  attempts        INTEGER NOT NULL DEFAULT 0,
  due_at          INTEGER NOT NULL,
  created_at      INTEGER NOT NULL,
  updated_at      INTEGER NOT NULL
) STRICT;

CREATE INDEX sms_due ON sms (due_at) WHERE state IN ('queued', 'sending');
CREATE INDEX sms_by_conversation ON sms (conversation_id, created_at);

-- Jobs: the need for an operator ----------------------------------------------

CREATE TABLE jobs (
  id              TEXT PRIMARY KEY,
  conversation_id TEXT NOT NULL REFERENCES conversations (id),
  state           TEXT NOT NULL CHECK (state IN ('waiting', 'offered', 'accepted', 'cancelled')),
  created_at      INTEGER NOT NULL,
  accepted_by     TEXT REFERENCES operators (id),
  accepted_at     INTEGER,
  CHECK ((state = 'accepted') = (accepted_by IS NOT NULL))
) STRICT;

CREATE UNIQUE INDEX jobs_one_open ON jobs (conversation_id) WHERE state IN ('waiting', 'offered');
CREATE INDEX jobs_waiting ON jobs (created_at) WHERE state = 'waiting';

CREATE TABLE offers (
  id          TEXT PRIMARY KEY,
  job_id      TEXT NOT NULL REFERENCES jobs (id),
  operator_id TEXT NOT NULL REFERENCES operators (id),
  state       TEXT NOT NULL CHECK (state IN ('open', 'accepted', 'declined', 'lapsed', 'withdrawn')),
  offered_at  INTEGER NOT NULL,
  expires_at  INTEGER NOT NULL,
  ended_at    INTEGER,
  CHECK ((state = 'open') = (ended_at IS NULL))
) STRICT;

CREATE UNIQUE INDEX offers_one_open_per_job ON offers (job_id) WHERE state = 'open';
-- A person can answer one ring at a time.
CREATE UNIQUE INDEX offers_one_open_per_operator ON offers (operator_id) WHERE state = 'open';
CREATE UNIQUE INDEX offers_one_accepted_per_job ON offers (job_id) WHERE state = 'accepted';
CREATE INDEX offers_by_job ON offers (job_id, operator_id, ended_at);

-- Push: the browsers that get an operator's notifications -----------------------

-- One belongs to a session and ends with it: whoever is signed out is told of nothing any more.
-- `canary_hash`: a test push is out, and whoever brings its token has received it.
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

-- The courier's orders. What one says is put together when it is sent; see edge/actions/write-notice.ts.
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

-- What an operator wants to be told of; without a row the defaults of edge/domain/push-settings.ts hold.
CREATE TABLE push_settings (
  operator_id TEXT PRIMARY KEY REFERENCES operators (id),
  jobs        INTEGER NOT NULL CHECK (jobs IN (0, 1)),
  messages    INTEGER NOT NULL CHECK (messages IN (0, 1)),
  first_names INTEGER NOT NULL CHECK (first_names IN (0, 1)),
  quiet_from  TEXT,
  quiet_to    TEXT,
  time_zone   TEXT,
  CHECK ((quiet_from IS NULL) = (quiet_to IS NULL) AND (quiet_from IS NULL) = (time_zone IS NULL))
) STRICT, WITHOUT ROWID;

-- Attachments: the files themselves lie outside, by the attachment's id -----------
-- `problem` says why one was refused, `removed_at` when its file was cleared away.

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

-- Calls ----------------------------------------------------------------------

CREATE TABLE calls (
  id               TEXT PRIMARY KEY,
  conversation_id  TEXT NOT NULL REFERENCES conversations (id),
  state            TEXT NOT NULL CHECK (state IN ('ringing', 'live', 'ended')),
  placed_by        TEXT NOT NULL CHECK (placed_by IN ('customer', 'operator')),
  placed_at        INTEGER NOT NULL,
  answered_at      INTEGER,
  ended_at         INTEGER,
  end_cause        TEXT CHECK (end_cause IN ('declined', 'cancelled', 'missed', 'hung-up', 'lost')),
  customer_seen_at INTEGER NOT NULL,
  operator_seen_at INTEGER NOT NULL,
  CHECK ((state = 'ended') = (ended_at IS NOT NULL)),
  CHECK ((state = 'ended') = (end_cause IS NOT NULL)),
  CHECK (state <> 'live' OR answered_at IS NOT NULL)
) STRICT;

CREATE UNIQUE INDEX calls_one_open ON calls (conversation_id) WHERE state <> 'ended';
CREATE INDEX calls_by_conversation ON calls (conversation_id, placed_at);
-- The clock looks at these each second, among all the calls there ever were.
CREATE INDEX calls_ringing ON calls (placed_at) WHERE state = 'ringing';
CREATE INDEX calls_live ON calls (conversation_id) WHERE state = 'live';
CREATE INDEX calls_ended ON calls (ended_at) WHERE state = 'ended';

-- What each side's browser saw of a call; see edge/domain/call-report.ts.
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
) STRICT, WITHOUT ROWID;

-- What the two sides of a live call tell each other to find a new way through their networks; see
-- edge/domain/restart.ts. `answers` is the other side's turn. Of the moment: the rows go when the call ends.
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
BEGIN DELETE FROM restarts WHERE call_id = NEW.id; END;

-- The survey is a fact, not a state: once, after closing.
CREATE TABLE surveys (
  conversation_id TEXT PRIMARY KEY REFERENCES conversations (id),
  rating          INTEGER NOT NULL CHECK (rating BETWEEN 1 AND 5),
  comment         TEXT NOT NULL DEFAULT '',
  answered_at     INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Events: what happened, in order, never changed ---------------------------------

CREATE TABLE events (
  seq             INTEGER PRIMARY KEY AUTOINCREMENT,
  conversation_id TEXT REFERENCES conversations (id),
  type            TEXT NOT NULL,
  actor_kind      TEXT NOT NULL CHECK (actor_kind IN ('customer', 'operator', 'clock', 'twilio', 'edge')),
  actor_id        TEXT,
  data            TEXT NOT NULL CHECK (json_valid(data)),
  at              INTEGER NOT NULL
) STRICT;

CREATE INDEX events_by_conversation ON events (conversation_id, seq);
CREATE INDEX events_of_progress ON events (conversation_id, seq) WHERE type = 'visit.progressed';

CREATE TRIGGER events_are_never_changed BEFORE UPDATE ON events
WHEN OLD.seq <> NEW.seq OR OLD.type <> NEW.type OR OLD.conversation_id IS NOT NEW.conversation_id
BEGIN SELECT RAISE(ABORT, 'events are append-only'); END;

-- The words of messages and notes, for the archive's search. The tokenizer folds İ, I and i, but knows ı as a letter of its own.
CREATE VIRTUAL TABLE message_search USING fts5 (text, tokenize = 'unicode61 remove_diacritics 2');

CREATE TRIGGER events_index_messages AFTER INSERT ON events WHEN NEW.type IN ('message.posted', 'note.written')
BEGIN INSERT INTO message_search (rowid, text) VALUES (NEW.seq, replace(json_extract(NEW.data, '$.text'), 'ı', 'i')); END;

-- Files are looked for by their names.
CREATE TRIGGER events_index_files AFTER INSERT ON events WHEN NEW.type = 'attachment.shared'
BEGIN INSERT INTO message_search (rowid, text) VALUES (NEW.seq, replace(json_extract(NEW.data, '$.name'), 'ı', 'i')); END;

-- At which of several brokers the two sides meet; see edge/actions/choose-broker.ts.
CREATE TABLE conversation_brokers (
  conversation_id TEXT PRIMARY KEY REFERENCES conversations (id),
  broker          TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- What one instance at a time should do; see edge/store/leases.ts.
CREATE TABLE leases (
  name   TEXT PRIMARY KEY,
  holder TEXT NOT NULL,
  until  INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- The last commit of each process that writes over a network; see edge/store/remote.ts.
CREATE TABLE writers (
  id      TEXT PRIMARY KEY,
  commits INTEGER NOT NULL,
  at      INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- A repeated request gets the first answer.
CREATE TABLE idempotency (
  actor  TEXT NOT NULL,
  key    TEXT NOT NULL,
  answer TEXT NOT NULL CHECK (json_valid(answer)),
  at     INTEGER NOT NULL,
  PRIMARY KEY (actor, key)
) STRICT, WITHOUT ROWID;

CREATE INDEX idempotency_by_age ON idempotency (at);
