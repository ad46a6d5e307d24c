-- track document expiry
--
-- Revision ID: 51be7f20c84d
-- Revises: c7715e0d93ab
-- Create Date: 2025-04-15T08:30:00Z

-- @upgrade
ALTER TABLE documents
    ADD COLUMN valid_from date,
    ADD COLUMN valid_until date,
    ADD CONSTRAINT ck_documents_validity CHECK (valid_until IS NULL OR valid_from IS NULL OR valid_until > valid_from);
CREATE INDEX ix_documents_expiring ON documents (valid_until) WHERE valid_until IS NOT NULL;
COMMENT ON COLUMN documents.valid_until IS 'First day on which a certificate is no longer accepted.';

CREATE VIEW expiring_documents AS
SELECT d.tenant_id, d.project_id, d.id AS document_id, d.title, d.valid_until
FROM documents d
JOIN projects p ON p.id = d.project_id
WHERE d.valid_until < current_date + 30 AND p.status <> 'closed';

-- @downgrade
DROP VIEW expiring_documents;
DROP INDEX ix_documents_expiring;
ALTER TABLE documents
    DROP CONSTRAINT ck_documents_validity,
    DROP COLUMN valid_until,
    DROP COLUMN valid_from;
