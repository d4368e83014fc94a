-- The library in order: messages with a number of their own, folders, pinned and archived chats, and what is still arriving.

-- A row's number must be its own: VACUUM gives those of a table without one anew, and the index of the words goes by it.
-- Runs with foreign keys off; they are checked before it is committed.
CREATE TABLE message_numbered (
  seq             INTEGER NOT NULL PRIMARY KEY,   -- the order in which they were written
  id              TEXT    NOT NULL UNIQUE,
  conversation_id TEXT    NOT NULL REFERENCES conversation (id) ON DELETE CASCADE,
  parent_id       TEXT    REFERENCES message (id) ON DELETE CASCADE,
  role            TEXT    NOT NULL CHECK (role IN ('user', 'assistant')),
  text            TEXT    NOT NULL,
  status          TEXT    NOT NULL CHECK (status IN ('streaming', 'done', 'stopped', 'interrupted', 'failed')),
  model           TEXT,
  output          TEXT    CHECK (json_valid(output)),     -- the answer's items exactly as received: the next request needs them
  response        TEXT    CHECK (json_valid(response)),   -- what the server said of it: its id, model, tier and usage
  error           TEXT    CHECK (json_valid(error)),
  created_at      INTEGER NOT NULL,
  parts           TEXT    CHECK (json_valid(parts)),      -- what an answer has beside its words
  compacted       TEXT    CHECK (json_valid(compacted)),  -- items that stand for all down to here
  deleted_at      INTEGER,                                -- it and what follows it are in the trash
  left_out        TEXT    CHECK (json_valid(left_out))    -- messages that a question was asked without
) STRICT;
INSERT INTO message_numbered (seq, id, conversation_id, parent_id, role, text, status, model, output, response, error,
    created_at, parts, compacted, deleted_at, left_out)
  SELECT rowid, id, conversation_id, parent_id, role, text, status, model, output, response, error,
    created_at, parts, compacted, deleted_at, left_out FROM message ORDER BY rowid;
DROP TABLE message;
ALTER TABLE message_numbered RENAME TO message;
CREATE INDEX message_by_conversation ON message (conversation_id);
CREATE INDEX message_by_parent ON message (parent_id);
CREATE INDEX message_streaming ON message (id) WHERE status = 'streaming';
CREATE INDEX message_in_trash ON message (deleted_at) WHERE deleted_at IS NOT NULL;

CREATE TABLE folder (
  id           TEXT    NOT NULL PRIMARY KEY,
  name         TEXT    NOT NULL,
  colour       TEXT,                 -- one of the named colours; NULL: none
  position     INTEGER NOT NULL,     -- in the sidebar, from the top
  account_id   TEXT    REFERENCES account (id) ON DELETE SET NULL,   -- what a chat in it begins with; NULL is what is usual
  model        TEXT,
  instructions TEXT,
  created_at   INTEGER NOT NULL,
  deleted_at   INTEGER               -- in the trash, with the chats that went there with it
) STRICT;

ALTER TABLE conversation ADD COLUMN folder_id TEXT REFERENCES folder (id) ON DELETE SET NULL;
ALTER TABLE conversation ADD COLUMN pinned_at INTEGER;
ALTER TABLE conversation ADD COLUMN archived_at INTEGER;
ALTER TABLE conversation ADD COLUMN arriving TEXT;   -- the import that is still bringing it; until then nobody sees it

DROP INDEX conversation_by_recency;
CREATE INDEX conversation_by_recency ON conversation (updated_at DESC, id DESC)
  WHERE deleted_at IS NULL AND arriving IS NULL;
CREATE INDEX conversation_in_trash ON conversation (deleted_at) WHERE deleted_at IS NOT NULL;
CREATE INDEX conversation_by_folder ON conversation (folder_id) WHERE folder_id IS NOT NULL;
CREATE INDEX conversation_pinned ON conversation (pinned_at) WHERE pinned_at IS NOT NULL;
CREATE INDEX conversation_by_leaf ON conversation (leaf_id);   -- looked at for every message that is erased
CREATE INDEX conversation_arriving ON conversation (arriving) WHERE arriving IS NOT NULL;
