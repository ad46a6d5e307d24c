-- let tickets be
--
-- Revision ID: owner_lost
-- Revises: right_value

-- @upgrade
ALTER SEQUENCE ticket OWNED BY NONE;

-- @downgrade
ALTER SEQUENCE ticket RESTART;
