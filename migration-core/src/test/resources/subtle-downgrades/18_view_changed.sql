-- authors have an age
--
-- Revision ID: view_changed
-- Revises: firing_lost

-- @upgrade
DROP VIEW authors;
CREATE VIEW authors AS SELECT id, name, age FROM people WHERE active;

-- @downgrade
DROP VIEW authors;
CREATE VIEW authors AS SELECT id, name FROM people;
