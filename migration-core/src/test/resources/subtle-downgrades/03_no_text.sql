-- leave the section empty
--
-- Revision ID: no_text
-- Revises: no_section

-- @upgrade
ALTER TABLE people ADD COLUMN b integer;

-- @downgrade
