-- add repositories and file tree
--
-- A node points at its current version and a version at its node, so one of the two foreign keys
-- can only be added once both tables exist, and has to go before either of them can.
--
-- Revision ID: a93e5d17c04b
-- Revises: 4f6b0c2d8a17
-- Create Date: 2025-02-03T14:15:00Z

-- @upgrade
CREATE TYPE node_type_enum AS ENUM ('file', 'directory');

CREATE TABLE repositories (
    id         uuid PRIMARY KEY,
    project_id uuid           NOT NULL,
    name       varchar(120)   NOT NULL,
    created_at timestamptz(6) NOT NULL,
    CONSTRAINT uk_repositories_project_name UNIQUE (project_id, name),
    CONSTRAINT fk_repositories_project FOREIGN KEY (project_id) REFERENCES projects
);

CREATE TABLE file_nodes (
    id                 uuid PRIMARY KEY,
    repository_id      uuid           NOT NULL,
    parent_id          uuid,
    name               varchar(255)   NOT NULL,
    node_type          node_type_enum NOT NULL,
    current_version_id uuid,
    created_at         timestamptz(6) NOT NULL,
    CONSTRAINT uk_file_nodes_parent_name UNIQUE (parent_id, name),
    CONSTRAINT fk_file_nodes_repository FOREIGN KEY (repository_id) REFERENCES repositories,
    CONSTRAINT fk_file_nodes_parent FOREIGN KEY (parent_id) REFERENCES file_nodes
);
CREATE INDEX ix_file_nodes_repository_parent ON file_nodes (repository_id, parent_id);
CREATE INDEX ix_file_nodes_current_version_id ON file_nodes (current_version_id);

CREATE TABLE file_versions (
    id             uuid PRIMARY KEY,
    node_id        uuid           NOT NULL,
    version_number integer        NOT NULL,
    author_id      uuid           NOT NULL,
    commit_hash    varchar(64)    NOT NULL,
    message        varchar(500)   NOT NULL,
    created_at     timestamptz(6) NOT NULL,
    CONSTRAINT uk_file_versions_node_number UNIQUE (node_id, version_number),
    CONSTRAINT fk_file_versions_node FOREIGN KEY (node_id) REFERENCES file_nodes,
    CONSTRAINT fk_file_versions_author FOREIGN KEY (author_id) REFERENCES users,
    CONSTRAINT ck_file_versions_number CHECK (version_number > 0)
);
CREATE INDEX ix_file_versions_author_id ON file_versions (author_id);
CREATE INDEX ix_file_versions_commit_hash ON file_versions (commit_hash);
COMMENT ON COLUMN file_versions.commit_hash IS 'SHA-256 over the previous commit, the author, the message and the content';

ALTER TABLE file_nodes
    ADD CONSTRAINT fk_file_nodes_current_version FOREIGN KEY (current_version_id) REFERENCES file_versions;

-- @downgrade
ALTER TABLE file_nodes DROP CONSTRAINT fk_file_nodes_current_version;
DROP TABLE file_versions;
DROP TABLE file_nodes;
DROP TABLE repositories;
DROP TYPE node_type_enum;
