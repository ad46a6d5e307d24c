-- keep documents within their tenant
--
-- A document's project must belong to the document's tenant, so the foreign key carries both columns.
--
-- Revision ID: 94d1f0c7a36e
-- Revises: 2c5e98ab047d
-- Create Date: 2025-07-03T09:05:00Z

-- @upgrade
ALTER TABLE projects ADD CONSTRAINT uq_projects_tenant_id_id UNIQUE (tenant_id, id);
ALTER TABLE documents DROP CONSTRAINT fk_documents_project;
ALTER TABLE documents
    ADD CONSTRAINT fk_documents_project FOREIGN KEY (tenant_id, project_id)
        REFERENCES projects (tenant_id, id) ON DELETE CASCADE NOT VALID;
ALTER TABLE documents VALIDATE CONSTRAINT fk_documents_project;

-- @downgrade
ALTER TABLE documents DROP CONSTRAINT fk_documents_project;
ALTER TABLE projects DROP CONSTRAINT uq_projects_tenant_id_id;
ALTER TABLE documents
    ADD CONSTRAINT fk_documents_project FOREIGN KEY (project_id) REFERENCES projects ON DELETE CASCADE;
