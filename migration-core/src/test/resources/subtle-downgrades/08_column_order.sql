-- drop the mood
--
-- Revision ID: column_order
-- Revises: predicate_lost

-- @upgrade
ALTER TABLE people DROP COLUMN mood;

-- @downgrade
ALTER TABLE people ADD COLUMN mood mood;
