-- add a nickname
--
-- Revision ID: right_column
-- Revises: default_lost

-- @upgrade
ALTER TABLE people ADD COLUMN nickname text;

-- @downgrade
ALTER TABLE people DROP COLUMN nickname;
