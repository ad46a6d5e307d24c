-- raise the default age
--
-- Revision ID: default_lost
-- Revises: one_way

-- @upgrade
ALTER TABLE people ALTER COLUMN age SET DEFAULT 21;

-- @downgrade
ALTER TABLE people ALTER COLUMN age DROP DEFAULT;
