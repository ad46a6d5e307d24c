-- create audit
--
-- Revision ID: a0d1a0d1a0d1
-- Revises:

-- @upgrade
CREATE TABLE audit (id bigint PRIMARY KEY, what text NOT NULL);

-- @downgrade
DROP TABLE audit;
