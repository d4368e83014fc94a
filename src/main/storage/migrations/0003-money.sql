-- What calls use and cost. Money is whole micro-dollars, times are epoch milliseconds.

-- Receipts outlive what they are about, so nothing here refers to another table.
CREATE TABLE receipt (
  id              TEXT    NOT NULL PRIMARY KEY,
  at              INTEGER NOT NULL,   -- when the call had ended
  kind            TEXT    NOT NULL CHECK (kind IN ('answer', 'title', 'summary', 'compaction', 'count')),
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

CREATE INDEX receipt_by_time ON receipt (at);
CREATE INDEX receipt_by_conversation ON receipt (conversation_id) WHERE conversation_id IS NOT NULL;
CREATE INDEX receipt_by_message ON receipt (message_id) WHERE message_id IS NOT NULL;

CREATE TRIGGER receipt_stays BEFORE UPDATE ON receipt
BEGIN
  SELECT raise(ABORT, 'A receipt never changes.');
END;

-- Calls that are under way. What one may cost is set aside; a crash leaves it to be estimated.
CREATE TABLE open_call (
  id              TEXT    NOT NULL PRIMARY KEY,   -- its receipt's, too
  at              INTEGER NOT NULL,               -- when it began
  kind            TEXT    NOT NULL,
  conversation_id TEXT,
  message_id      TEXT,
  account_id      TEXT    NOT NULL,
  account_name    TEXT    NOT NULL,
  address         TEXT    NOT NULL,
  asked           TEXT    NOT NULL,
  input           INTEGER,                        -- estimated tokens; NULL: not counted yet
  reserved        INTEGER NOT NULL                -- the most that it may cost, as far as that is known
) STRICT;

-- Prices that the user has set, by model.
CREATE TABLE own_price (
  model TEXT NOT NULL PRIMARY KEY,
  price TEXT NOT NULL CHECK (json_valid(price))
) STRICT, WITHOUT ROWID;

-- A price list that was imported or fetched on the user's word; it takes the place of the one that Parley came with.
CREATE TABLE price_list (
  only INTEGER NOT NULL PRIMARY KEY CHECK (only = 1),
  list TEXT    NOT NULL CHECK (json_valid(list))
) STRICT;

-- Messages that a question was asked without, as a list of ids; 'instructions' stands for the instructions.
ALTER TABLE message ADD COLUMN left_out TEXT CHECK (json_valid(left_out));
