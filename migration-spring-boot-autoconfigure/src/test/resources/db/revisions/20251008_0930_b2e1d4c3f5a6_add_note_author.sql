-- add note author
--
-- Revision ID: b2e1d4c3f5a6
-- Revises: a1f0c3d2e4b5
-- Create Date: 2025-10-08T09:30:00Z

-- @upgrade
ALTER TABLE note ADD COLUMN author varchar(80);

-- @downgrade
ALTER TABLE note DROP COLUMN author;
