-- create notes
--
-- Revision ID: a1f0c3d2e4b5
-- Revises:
-- Create Date: 2025-10-07T10:50:00Z

-- @upgrade
CREATE TABLE note (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, text varchar(200) NOT NULL);

-- @downgrade
DROP TABLE note;
