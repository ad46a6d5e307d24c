-- add a mood
--
-- Revision ID: value_left
-- Revises: comment_lost

-- @upgrade transaction=none
ALTER TYPE mood ADD VALUE IF NOT EXISTS 'bored';

-- @downgrade
SELECT 1; -- PostgreSQL cannot drop values
