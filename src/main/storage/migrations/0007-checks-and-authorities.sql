-- Accounts whose server shows a certificate that the system does not know; and receipts of what an account's check asked.

-- A CHECK can be changed in the schema alone (sqlite.org/lang_altertable.html, 7): to write a million receipts anew takes
-- a quarter of a minute. It allows more than before, so every row that is there is in order.
PRAGMA writable_schema = ON;
UPDATE sqlite_schema SET sql = replace(sql, '''compaction'', ''count'')', '''compaction'', ''count'', ''check'')')
WHERE type = 'table' AND name = 'receipt';
PRAGMA writable_schema = RESET;

-- A certificate, or several, as PEM: it may vouch for this account's server. NULL: the system's alone may.
ALTER TABLE account ADD COLUMN authority TEXT;
