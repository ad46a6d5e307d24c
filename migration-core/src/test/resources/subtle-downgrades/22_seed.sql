-- add a person
--
-- Revision ID: seed
-- Revises: collation_lost

-- @upgrade
INSERT INTO people (name, age) VALUES ('Ada', 36);

-- @downgrade
DELETE FROM people WHERE name = 'Ada';
