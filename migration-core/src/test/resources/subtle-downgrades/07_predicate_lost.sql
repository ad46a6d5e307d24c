-- drop an index
--
-- Revision ID: predicate_lost
-- Revises: right_column

-- @upgrade
DROP INDEX people_active;

-- @downgrade
CREATE INDEX people_active ON people (name);
