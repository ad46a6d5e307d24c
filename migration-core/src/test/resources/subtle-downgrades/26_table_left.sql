-- labels
--
-- Revision ID: table_left
-- Revises: function_left

-- @upgrade
CREATE TABLE IF NOT EXISTS labels (name text PRIMARY KEY);

-- @downgrade
DROP TABLE IF EXISTS label;
