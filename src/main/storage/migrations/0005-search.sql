-- The words of the library. A thread fills the index; triggers only note what is due, so that no write waits for it.

-- By message.seq. The words are those of the message with runs of letters that know no spaces cut into pairs.
CREATE VIRTUAL TABLE search_index USING fts5(
  text, content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 2'
);

-- Its pieces are joined by the thread, in small steps: a write that did it on its way would hold up all others.
INSERT INTO search_index (search_index, rank) VALUES ('automerge', 0), ('crisismerge', 64);

-- Every word that was ever indexed, folded, to find those that have a part of one in them.
CREATE TABLE search_word (
  word TEXT NOT NULL PRIMARY KEY
) STRICT, WITHOUT ROWID;

-- Messages that the index does not have as they are: new, changed or erased.
CREATE TABLE search_due (
  seq INTEGER NOT NULL PRIMARY KEY
) STRICT;

CREATE TRIGGER search_due_new AFTER INSERT ON message WHEN new.status <> 'streaming'
BEGIN
  INSERT OR IGNORE INTO search_due VALUES (new.seq);
END;

CREATE TRIGGER search_due_changed AFTER UPDATE OF text, status ON message
  WHEN new.status <> 'streaming' AND (new.text <> old.text OR new.status <> old.status)
BEGIN
  INSERT OR IGNORE INTO search_due VALUES (new.seq);
END;

CREATE TRIGGER search_due_erased AFTER DELETE ON message
BEGIN
  INSERT OR IGNORE INTO search_due VALUES (old.seq);
END;

INSERT INTO search_due SELECT seq FROM message WHERE status <> 'streaming';
