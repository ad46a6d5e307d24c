-- limit nicknames
--
-- Revision ID: collation_lost
-- Revises: method_changed

-- @upgrade
ALTER TABLE people ALTER COLUMN nickname TYPE varchar(50) COLLATE "C";

-- @downgrade
ALTER TABLE people ALTER COLUMN nickname TYPE text COLLATE "POSIX";
