-- archive documents
--
-- PostgreSQL cannot take a value out of an enum type: the way down builds the type anew.
--
-- Revision ID: 2c5e98ab047d
-- Revises: f6d83b1e0a59
-- Create Date: 2025-06-12T13:30:00Z

-- @upgrade transaction=none
ALTER TYPE document_status_enum ADD VALUE IF NOT EXISTS 'archived' AFTER 'reviewed';

-- @downgrade
UPDATE documents SET status = 'reviewed' WHERE status = 'archived';

DROP INDEX ix_documents_open;
ALTER TABLE documents ALTER COLUMN status DROP DEFAULT;
ALTER TYPE document_status_enum RENAME TO document_status_enum_old;
CREATE TYPE document_status_enum AS ENUM ('uploaded', 'analysing', 'reviewed', 'rejected');
ALTER TABLE documents ALTER COLUMN status TYPE document_status_enum USING status::text::document_status_enum;
DROP TYPE document_status_enum_old;
ALTER TABLE documents ALTER COLUMN status SET DEFAULT 'uploaded';
CREATE INDEX ix_documents_open ON documents (project_id, uploaded_at DESC) WHERE status IN ('uploaded', 'analysing');
