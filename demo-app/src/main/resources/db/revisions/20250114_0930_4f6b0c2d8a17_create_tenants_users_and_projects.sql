-- create tenants, users and projects
--
-- Revision ID: 4f6b0c2d8a17
-- Revises:
-- Create Date: 2025-01-14T09:30:00Z

-- @upgrade
CREATE TYPE tenant_type_enum AS ENUM ('design', 'construction', 'owner', 'supervision');
CREATE TYPE project_role_enum AS ENUM ('owner', 'editor', 'viewer', 'approver');

CREATE TABLE tenants (
    id          uuid PRIMARY KEY,
    name        varchar(200)     NOT NULL,
    slug        varchar(63)      NOT NULL,
    tenant_type tenant_type_enum NOT NULL,
    is_active   boolean          NOT NULL DEFAULT true,
    created_at  timestamptz(6)   NOT NULL,
    CONSTRAINT uk_tenants_slug UNIQUE (slug)
);

CREATE TABLE users (
    id           uuid PRIMARY KEY,
    tenant_id    uuid           NOT NULL,
    email        varchar(320)   NOT NULL,
    display_name varchar(200)   NOT NULL,
    created_at   timestamptz(6) NOT NULL,
    CONSTRAINT uk_users_email UNIQUE (email),
    CONSTRAINT fk_users_tenant FOREIGN KEY (tenant_id) REFERENCES tenants
);
CREATE INDEX ix_users_tenant_id ON users (tenant_id);

CREATE TABLE projects (
    id          uuid PRIMARY KEY,
    tenant_id   uuid           NOT NULL,
    code        varchar(32)    NOT NULL,
    name        varchar(200)   NOT NULL,
    description varchar(2000),
    created_at  timestamptz(6) NOT NULL,
    CONSTRAINT uk_projects_tenant_code UNIQUE (tenant_id, code),
    CONSTRAINT fk_projects_tenant FOREIGN KEY (tenant_id) REFERENCES tenants
);
CREATE INDEX ix_projects_tenant_created ON projects (tenant_id, created_at);

CREATE TABLE project_members (
    project_id uuid              NOT NULL,
    user_id    uuid              NOT NULL,
    role       project_role_enum NOT NULL,
    joined_at  timestamptz(6)    NOT NULL,
    PRIMARY KEY (project_id, user_id),
    CONSTRAINT fk_project_members_project FOREIGN KEY (project_id) REFERENCES projects ON DELETE CASCADE,
    CONSTRAINT fk_project_members_user FOREIGN KEY (user_id) REFERENCES users ON DELETE CASCADE
);
CREATE INDEX ix_project_members_user_id ON project_members (user_id);

-- @downgrade
DROP TABLE project_members;
DROP TABLE projects;
DROP TABLE users;
DROP TABLE tenants;
DROP TYPE project_role_enum;
DROP TYPE tenant_type_enum;
