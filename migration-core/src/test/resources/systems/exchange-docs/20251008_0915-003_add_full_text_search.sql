-- add full text search
--
-- Revision ID: 003
-- Revises: 002
-- Create Date: 2025-10-08T09:15:00Z

-- @upgrade
ALTER TABLE sections
    ADD COLUMN search_vector tsvector GENERATED ALWAYS AS (
        setweight(to_tsvector('english', title), 'A') || setweight(to_tsvector('english', content), 'B')
    ) STORED;
CREATE INDEX idx_sections_search_vector ON sections USING gin (search_vector);

-- @downgrade
DROP INDEX idx_sections_search_vector;
ALTER TABLE sections DROP COLUMN search_vector;
