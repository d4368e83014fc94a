-- Several accounts, how each conversation asks, and all that an answer is made of.

ALTER TABLE account ADD COLUMN name TEXT NOT NULL DEFAULT '';
ALTER TABLE account ADD COLUMN organization TEXT;
ALTER TABLE account ADD COLUMN project TEXT;
ALTER TABLE account ADD COLUMN default_model TEXT NOT NULL DEFAULT 'gpt-6.2-sol';
ALTER TABLE account ADD COLUMN is_default INTEGER NOT NULL DEFAULT 0 CHECK (is_default IN (0, 1));
ALTER TABLE account ADD COLUMN key_entry TEXT;   -- its key's entry in the keychain; NULL: the server asks for none

UPDATE account SET key_entry = CASE needs_key WHEN 1 THEN id END, is_default = 1,
  name = CASE address WHEN 'https://api.openai.com/v1' THEN 'OpenAI' ELSE '' END,
  default_model = coalesce((SELECT json_extract(value, '$') FROM setting WHERE name = 'defaultModel'), default_model);
DELETE FROM setting WHERE name = 'defaultModel';
ALTER TABLE account DROP COLUMN needs_key;

CREATE UNIQUE INDEX account_default ON account (is_default) WHERE is_default = 1;

-- How a conversation asks; NULL is what is usual.
ALTER TABLE conversation ADD COLUMN account_id TEXT REFERENCES account (id) ON DELETE SET NULL;
ALTER TABLE conversation ADD COLUMN instructions TEXT;
ALTER TABLE conversation ADD COLUMN effort TEXT;
ALTER TABLE conversation ADD COLUMN verbosity TEXT;
ALTER TABLE conversation ADD COLUMN titled_by TEXT NOT NULL DEFAULT 'question'
  CHECK (titled_by IN ('question', 'model', 'user'));

CREATE INDEX conversation_by_account ON conversation (account_id) WHERE account_id IS NOT NULL;

ALTER TABLE message ADD COLUMN parts TEXT CHECK (json_valid(parts));           -- what an answer has beside its words
ALTER TABLE message ADD COLUMN compacted TEXT CHECK (json_valid(compacted));   -- items that stand for all down to here
ALTER TABLE message ADD COLUMN deleted_at INTEGER;                             -- it and what follows it are in the trash

-- What was typed and not yet sent: in the message box, waiting for its turn, or to replace a question.
CREATE TABLE typed (
  conversation_id TEXT NOT NULL,
  place           TEXT NOT NULL,   -- 'box', 'queue', or the id of the question
  text            TEXT NOT NULL,
  PRIMARY KEY (conversation_id, place)
) STRICT, WITHOUT ROWID;
INSERT INTO typed SELECT conversation_id, 'box', text FROM draft;
DROP TABLE draft;
ALTER TABLE typed RENAME TO draft;

-- The growing texts of an answer while it is written: its words, or, where a part is named, that part's.
CREATE TABLE growth (
  message_id TEXT    NOT NULL REFERENCES message (id) ON DELETE CASCADE,
  part       INTEGER NOT NULL,   -- -1: the words
  at         INTEGER NOT NULL,   -- where it belongs in the text, in UTF-16 units
  text       TEXT    NOT NULL,
  PRIMARY KEY (message_id, part, at)
) STRICT, WITHOUT ROWID;
INSERT INTO growth SELECT message_id, -1, at, text FROM message_part;
DROP TABLE message_part;

-- What a model has refused, so that it is not asked with it again.
CREATE TABLE refused_parameter (
  account_id TEXT NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  model      TEXT NOT NULL,
  parameter  TEXT NOT NULL,
  PRIMARY KEY (account_id, model, parameter)
) STRICT, WITHOUT ROWID;
