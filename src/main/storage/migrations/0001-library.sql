-- Accounts, settings, and conversations as trees of messages. Times are epoch milliseconds.

CREATE TABLE account (
  id         TEXT    NOT NULL PRIMARY KEY,   -- also the name of its entry in the keychain
  address    TEXT    NOT NULL,
  needs_key  INTEGER NOT NULL CHECK (needs_key IN (0, 1)),
  api        TEXT    NOT NULL CHECK (api IN ('responses', 'chat')),
  created_at INTEGER NOT NULL
) STRICT;

CREATE TABLE setting (
  name  TEXT NOT NULL PRIMARY KEY,
  value TEXT NOT NULL CHECK (json_valid(value))
) STRICT, WITHOUT ROWID;

CREATE TABLE conversation (
  id         TEXT    NOT NULL PRIMARY KEY,
  title      TEXT    NOT NULL,
  leaf_id    TEXT    REFERENCES message (id) DEFERRABLE INITIALLY DEFERRED,   -- the end of the shown branch
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  deleted_at INTEGER
) STRICT;

CREATE INDEX conversation_by_recency ON conversation (updated_at DESC, id DESC) WHERE deleted_at IS NULL;

-- Rows are in the order in which they were written (rowid); what follows what is told by parent_id.
CREATE TABLE message (
  id              TEXT    NOT NULL PRIMARY KEY,
  conversation_id TEXT    NOT NULL REFERENCES conversation (id) ON DELETE CASCADE,
  parent_id       TEXT    REFERENCES message (id) ON DELETE CASCADE,
  role            TEXT    NOT NULL CHECK (role IN ('user', 'assistant')),
  text            TEXT    NOT NULL,
  status          TEXT    NOT NULL CHECK (status IN ('streaming', 'done', 'stopped', 'interrupted', 'failed')),
  model           TEXT,
  output          TEXT    CHECK (json_valid(output)),     -- the answer's items exactly as received: the next request needs them
  response        TEXT    CHECK (json_valid(response)),   -- what the server said of it: its id, model, tier and usage
  error           TEXT    CHECK (json_valid(error)),
  created_at      INTEGER NOT NULL
) STRICT;

CREATE INDEX message_by_conversation ON message (conversation_id);
CREATE INDEX message_by_parent ON message (parent_id);
CREATE INDEX message_streaming ON message (id) WHERE status = 'streaming';

-- What was typed and not yet sent. Its conversation may not exist yet.
CREATE TABLE draft (
  conversation_id TEXT NOT NULL PRIMARY KEY,
  text            TEXT NOT NULL
) STRICT;

-- The text of an answer while it is written; folded into its message at the end.
CREATE TABLE message_part (
  message_id TEXT    NOT NULL REFERENCES message (id) ON DELETE CASCADE,
  at         INTEGER NOT NULL,   -- where it belongs in the text, in UTF-16 units
  text       TEXT    NOT NULL,
  PRIMARY KEY (message_id, at)
) STRICT, WITHOUT ROWID;
