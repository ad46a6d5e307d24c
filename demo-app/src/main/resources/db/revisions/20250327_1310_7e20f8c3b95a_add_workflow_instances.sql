-- add workflow instances
--
-- Revision ID: 7e20f8c3b95a
-- Revises: d15b94e6a308
-- Create Date: 2025-03-27T13:10:00Z

-- @upgrade
CREATE TYPE workflow_status_enum AS ENUM ('pending', 'approved', 'rejected', 'completed');

CREATE TABLE workflow_instances (
    id              uuid PRIMARY KEY,
    workflow_id     uuid                 NOT NULL,
    file_version_id uuid                 NOT NULL,
    status          workflow_status_enum NOT NULL DEFAULT 'pending',
    completed_at    timestamptz(6),
    created_at      timestamptz(6)       NOT NULL,
    CONSTRAINT fk_workflow_instances_workflow FOREIGN KEY (workflow_id) REFERENCES workflows ON DELETE CASCADE,
    CONSTRAINT fk_workflow_instances_file_version FOREIGN KEY (file_version_id) REFERENCES file_versions
);
CREATE INDEX ix_workflow_instances_file_version_id ON workflow_instances (file_version_id);
CREATE INDEX ix_workflow_instances_workflow_status ON workflow_instances (workflow_id, status);

-- @downgrade
DROP TABLE workflow_instances;
DROP TYPE workflow_status_enum;
