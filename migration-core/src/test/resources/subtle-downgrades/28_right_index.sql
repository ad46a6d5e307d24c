-- find posts by time
--
-- Revision ID: right_index
-- Revises: joined

-- @upgrade transaction=none
CREATE INDEX CONCURRENTLY posts_updated_at ON posts (updated_at);

-- @downgrade transaction=none
DROP INDEX CONCURRENTLY posts_updated_at;
