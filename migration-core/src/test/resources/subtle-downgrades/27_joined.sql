-- merge tags and labels
--
-- Revision ID: joined
-- Revises: right_branch, table_left

-- @upgrade


-- @downgrade
