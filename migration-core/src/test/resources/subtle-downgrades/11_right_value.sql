-- add a mood and know the way back
--
-- Revision ID: right_value
-- Revises: value_left

-- @upgrade transaction=none
ALTER TYPE mood ADD VALUE IF NOT EXISTS 'calm';

-- @downgrade
ALTER TYPE mood RENAME TO mood_before;
CREATE TYPE mood AS ENUM ('happy', 'sad', 'bored');
DROP TYPE mood_before;
