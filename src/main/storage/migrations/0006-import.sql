-- What an import brings to conversations that are there already, until it has come to its end. New conversations arrive
-- hidden (conversation.arriving). Nothing here refers to another table: what an import leaves behind is thrown away.

CREATE TABLE arriving_message (
  seq             INTEGER NOT NULL PRIMARY KEY,   -- the order in which they will be written
  id              TEXT    NOT NULL,
  conversation_id TEXT    NOT NULL,
  parent_id       TEXT,
  role            TEXT    NOT NULL,
  text            TEXT    NOT NULL,
  status          TEXT    NOT NULL,
  model           TEXT,
  output          TEXT,
  response        TEXT,
  error           TEXT,
  created_at      INTEGER NOT NULL,
  parts           TEXT,
  compacted       TEXT,
  left_out        TEXT
) STRICT;

-- What becomes of conversations when the import ends.
CREATE TABLE arriving_change (
  conversation_id TEXT    NOT NULL PRIMARY KEY,
  leaf_id         TEXT,               -- the end of the branch that is shown then; NULL: as it is
  updated_at      INTEGER NOT NULL,
  folder_id       TEXT                -- of a new one
) STRICT, WITHOUT ROWID;

CREATE TABLE arriving_folder (
  seq          INTEGER NOT NULL PRIMARY KEY,
  id           TEXT    NOT NULL UNIQUE,
  name         TEXT    NOT NULL,
  colour       TEXT,
  model        TEXT,
  instructions TEXT,
  created_at   INTEGER NOT NULL
) STRICT;

CREATE TABLE arriving_receipt (
  seq     INTEGER NOT NULL PRIMARY KEY,
  receipt TEXT    NOT NULL CHECK (json_valid(receipt))   -- its columns
) STRICT;
