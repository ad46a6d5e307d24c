-- names may be missing
--
-- Revision ID: not_null_lost
-- Revises: right_constraint

-- @upgrade
ALTER TABLE people ALTER COLUMN name DROP NOT NULL;

-- @downgrade
UPDATE people SET name = '' WHERE name IS NULL;
