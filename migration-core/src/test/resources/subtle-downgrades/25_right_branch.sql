-- tags
--
-- Revision ID: right_branch
-- Revises: function_left

-- @upgrade
CREATE TABLE tags (name text PRIMARY KEY);

-- @downgrade
DROP TABLE tags;
