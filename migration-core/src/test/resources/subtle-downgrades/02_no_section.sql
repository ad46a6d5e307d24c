-- forget the section
--
-- Revision ID: no_section
-- Revises: start

-- @upgrade
ALTER TABLE people ADD COLUMN a integer;
