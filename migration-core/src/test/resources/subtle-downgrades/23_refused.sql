-- add a size
--
-- Revision ID: refused
-- Revises: seed

-- @upgrade
CREATE TYPE size AS ENUM ('small', 'large');
ALTER TABLE posts ADD COLUMN size size;

-- @downgrade
DROP TYPE size;
