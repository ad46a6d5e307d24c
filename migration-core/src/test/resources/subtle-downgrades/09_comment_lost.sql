-- say more of names
--
-- Revision ID: comment_lost
-- Revises: column_order

-- @upgrade
COMMENT ON COLUMN people.name IS 'first and last';

-- @downgrade
COMMENT ON COLUMN people.name IS NULL;
