-- ages may be negative
--
-- Revision ID: check_changed
-- Revises: not_null_lost

-- @upgrade
ALTER TABLE people DROP CONSTRAINT people_age;

-- @downgrade
ALTER TABLE people ADD CONSTRAINT people_age CHECK (age > 0);
