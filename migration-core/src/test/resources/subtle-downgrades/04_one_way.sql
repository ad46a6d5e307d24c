-- forget columns for ever
--
-- Revision ID: one_way
-- Revises: no_text

-- @upgrade
ALTER TABLE people DROP COLUMN a, DROP COLUMN b;

-- @downgrade irreversible
