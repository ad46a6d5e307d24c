-- index files by upload time
--
-- The table is large by now: built without blocking the uploads.
--
-- Revision ID: 6fc1b8203d9e
-- Revises: 0d7e94b3c5a8
-- Create Date: 2025-05-06T22:00:00Z

-- @upgrade transaction=none
CREATE INDEX CONCURRENTLY ix_files_uploaded_at ON files (uploaded_at);
CREATE INDEX CONCURRENTLY ix_files_tenant_uploaded_at ON files (tenant_id, uploaded_at DESC) INCLUDE (file_name, size_bytes);

-- @downgrade transaction=none
DROP INDEX CONCURRENTLY ix_files_tenant_uploaded_at;
DROP INDEX CONCURRENTLY ix_files_uploaded_at;
