-- default document status to active
--
-- Before this revision no row can hold 'active', so the way back knows exactly which rows were NULL.
--
-- Revision ID: 7b90e3d5a1f8
-- Revises: a4f7c21d9e60
-- Create Date: 2025-10-15T08:40:00Z

-- @upgrade
ALTER TABLE documents DROP CONSTRAINT ck_documents_status;
UPDATE documents SET status = 'active' WHERE status IS NULL;
ALTER TABLE documents
    ALTER COLUMN status SET DEFAULT 'active',
    ALTER COLUMN status SET NOT NULL,
    ADD CONSTRAINT ck_documents_status CHECK (status IN ('draft', 'active', 'archived'));
COMMENT ON COLUMN documents.status IS 'Where the document is in its life.';

-- @downgrade
COMMENT ON COLUMN documents.status IS 'NULL while nobody has said otherwise.';
ALTER TABLE documents
    DROP CONSTRAINT ck_documents_status,
    ALTER COLUMN status DROP NOT NULL,
    ALTER COLUMN status DROP DEFAULT;
UPDATE documents SET status = NULL WHERE status = 'active';
ALTER TABLE documents ADD CONSTRAINT ck_documents_status CHECK (status IN ('draft', 'archived'));
