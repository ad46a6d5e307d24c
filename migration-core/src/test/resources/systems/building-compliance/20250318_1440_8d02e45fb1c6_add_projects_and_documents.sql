-- add projects and documents
--
-- Revision ID: 8d02e45fb1c6
-- Revises: 3f1c9a7be204
-- Create Date: 2025-03-18T14:40:00Z

-- @upgrade
CREATE TABLE projects (
    id                 uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    tenant_id          uuid                NOT NULL CONSTRAINT fk_projects_tenant REFERENCES tenants ON DELETE CASCADE,
    owner_id           uuid CONSTRAINT fk_projects_owner REFERENCES users ON DELETE SET NULL,
    name               varchar(200)        NOT NULL,
    address            text,
    building_code      varchar(40)         NOT NULL,
    status             project_status_enum NOT NULL DEFAULT 'draft',
    compliance_summary jsonb,
    ai_analysis        jsonb,
    created_at         timestamptz         NOT NULL DEFAULT now()
);
CREATE INDEX ix_projects_tenant_status ON projects (tenant_id, status);
CREATE INDEX ix_projects_owner_id ON projects (owner_id);
COMMENT ON COLUMN projects.compliance_summary IS 'Totals by severity, as the last review left them.';

CREATE TABLE documents (
    id                  uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    tenant_id           uuid                 NOT NULL CONSTRAINT fk_documents_tenant REFERENCES tenants ON DELETE CASCADE,
    project_id          uuid                 NOT NULL CONSTRAINT fk_documents_project REFERENCES projects ON DELETE CASCADE,
    title               varchar(300)         NOT NULL,
    document_type       document_type_enum   NOT NULL,
    status              document_status_enum NOT NULL DEFAULT 'uploaded',
    storage_key         varchar(500)         NOT NULL,
    size_bytes          bigint               NOT NULL,
    compliance_findings jsonb                NOT NULL DEFAULT '[]'::jsonb,
    ai_metadata         jsonb,
    uploaded_at         timestamptz          NOT NULL DEFAULT now(),
    CONSTRAINT uq_documents_storage_key UNIQUE (storage_key),
    CONSTRAINT ck_documents_size CHECK (size_bytes >= 0),
    CONSTRAINT ck_documents_findings CHECK (jsonb_typeof(compliance_findings) = 'array')
);
CREATE INDEX ix_documents_tenant_id ON documents (tenant_id);
CREATE INDEX ix_documents_project_type ON documents (project_id, document_type);
CREATE INDEX ix_documents_open ON documents (project_id, uploaded_at DESC) WHERE status IN ('uploaded', 'analysing');

-- @downgrade
DROP TABLE documents;
DROP TABLE projects;
