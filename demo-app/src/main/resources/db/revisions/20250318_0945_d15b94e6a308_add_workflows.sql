-- add workflows
--
-- Revision ID: d15b94e6a308
-- Revises: 0c8e71f5b2d9
-- Branch Labels: workflows
-- Create Date: 2025-03-18T09:45:00Z

-- @upgrade
CREATE TABLE workflows (
    id         uuid PRIMARY KEY,
    project_id uuid           NOT NULL,
    name       varchar(120)   NOT NULL,
    definition jsonb          NOT NULL,
    is_active  boolean        NOT NULL DEFAULT true,
    created_at timestamptz(6) NOT NULL,
    CONSTRAINT uk_workflows_project_name UNIQUE (project_id, name),
    CONSTRAINT fk_workflows_project FOREIGN KEY (project_id) REFERENCES projects
);

-- @downgrade
DROP TABLE workflows;
