-- Accounts whose server shows a certificate that the system does not know; and receipts of what an account's check asked.

-- A certificate, or several, as PEM: it may vouch for this account's server. NULL: the system's alone may.
ALTER TABLE account ADD COLUMN authority TEXT;

-- A CHECK cannot be changed, so the table is written anew.
DROP TRIGGER receipt_stays;
ALTER TABLE receipt RENAME TO receipt_before;
DROP INDEX receipt_by_time;
DROP INDEX receipt_by_conversation;
DROP INDEX receipt_by_message;

CREATE TABLE receipt (
  id              TEXT    NOT NULL PRIMARY KEY,
  at              INTEGER NOT NULL,   -- when the call had ended
  kind            TEXT    NOT NULL CHECK (kind IN ('answer', 'title', 'summary', 'compaction', 'count', 'check')),
  outcome         TEXT    NOT NULL CHECK (outcome IN ('completed', 'incomplete', 'stopped', 'failed', 'interrupted')),
  conversation_id TEXT,
  message_id      TEXT,
  account_id      TEXT    NOT NULL,
  account_name    TEXT    NOT NULL,   -- as it was called then
  asked           TEXT    NOT NULL,   -- the model that was asked
  model           TEXT    NOT NULL,   -- as the server names it
  tier            TEXT,
  input           INTEGER NOT NULL CHECK (input >= 0),
  cached          INTEGER NOT NULL CHECK (cached >= 0),
  cache_written   INTEGER NOT NULL CHECK (cache_written >= 0),
  output          INTEGER NOT NULL CHECK (output >= 0),
  reasoning       INTEGER NOT NULL CHECK (reasoning >= 0),
  tools           TEXT    NOT NULL CHECK (json_valid(tools)),
  tool_micros     INTEGER NOT NULL,
  micros          INTEGER,            -- NULL: no price is known
  prices          TEXT    NOT NULL,   -- the version of the price list
  estimated       INTEGER NOT NULL CHECK (estimated IN (0, 1))
) STRICT;

INSERT INTO receipt SELECT * FROM receipt_before ORDER BY rowid;
DROP TABLE receipt_before;

CREATE INDEX receipt_by_time ON receipt (at);
CREATE INDEX receipt_by_conversation ON receipt (conversation_id) WHERE conversation_id IS NOT NULL;
CREATE INDEX receipt_by_message ON receipt (message_id) WHERE message_id IS NOT NULL;

CREATE TRIGGER receipt_stays BEFORE UPDATE ON receipt
BEGIN
  SELECT raise(ABORT, 'A receipt never changes.');
END;
