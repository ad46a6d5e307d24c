-- an age has an end
--
-- Revision ID: right_constraint
-- Revises: action_lost

-- @upgrade
ALTER TABLE people ADD CONSTRAINT people_old CHECK (age < 150);

-- @downgrade
ALTER TABLE people DROP CONSTRAINT people_old;
