-- index recent file versions
--
-- Built while the application goes on writing.
--
-- Revision ID: e5207bc81f96
-- Revises: 3ad6f90b17e4
-- Create Date: 2025-10-02T21:30:00Z

-- @upgrade transaction=none
CREATE INDEX CONCURRENTLY ix_file_versions_node_created ON file_versions (node_id, created_at DESC);
CREATE INDEX CONCURRENTLY ix_file_versions_author_created ON file_versions (author_id, created_at DESC);
DROP INDEX CONCURRENTLY ix_file_versions_author_id;

-- @downgrade transaction=none
CREATE INDEX CONCURRENTLY ix_file_versions_author_id ON file_versions (author_id);
DROP INDEX CONCURRENTLY ix_file_versions_author_created;
DROP INDEX CONCURRENTLY ix_file_versions_node_created;
