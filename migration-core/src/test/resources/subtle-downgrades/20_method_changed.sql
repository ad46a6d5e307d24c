-- do without an index
--
-- Revision ID: method_changed
-- Revises: right_view

-- @upgrade
DROP INDEX people_email;

-- @downgrade
CREATE INDEX people_email ON people (email);
