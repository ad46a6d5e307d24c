-- baseline schema
--
-- Revision ID: 2e0140e533a8
-- Revises:
-- Create Date: 2025-10-01T09:00:00Z

-- @upgrade
CREATE TABLE users (
    user_id         uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    email           varchar(255) NOT NULL,
    full_name       varchar(255),
    role            varchar(20)  NOT NULL DEFAULT 'writer',
    hashed_password varchar(255) NOT NULL,
    created_at      timestamptz  NOT NULL DEFAULT now(),
    CONSTRAINT uq_users_email UNIQUE (email),
    CONSTRAINT ck_users_role CHECK (role IN ('writer', 'editor', 'admin'))
);

CREATE TABLE documents (
    doc_id      uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    filename    varchar(255) NOT NULL,
    doc_type    varchar(50)  NOT NULL,
    year        integer,
    programs    text[]       NOT NULL DEFAULT '{}',
    outcome     varchar(50),
    notes       text,
    file_size   bigint,
    chunks      integer      NOT NULL DEFAULT 0,
    uploaded_by uuid CONSTRAINT fk_documents_uploaded_by REFERENCES users ON DELETE SET NULL,
    uploaded_at timestamptz  NOT NULL DEFAULT now(),
    status      varchar(20),
    CONSTRAINT ck_documents_status CHECK (status IN ('draft', 'archived')),
    CONSTRAINT ck_documents_year CHECK (year BETWEEN 1900 AND 2200)
);
COMMENT ON COLUMN documents.status IS 'NULL while nobody has said otherwise.';
CREATE INDEX ix_documents_type_year ON documents (doc_type, year DESC);
CREATE INDEX ix_documents_programs ON documents USING gin (programs);
CREATE INDEX ix_documents_uploaded_by ON documents (uploaded_by);

CREATE TABLE prompt_templates (
    prompt_id  uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    name       varchar(100) NOT NULL,
    category   varchar(50)  NOT NULL,
    content    text         NOT NULL,
    variables  jsonb        NOT NULL DEFAULT '[]'::jsonb,
    active     boolean      NOT NULL DEFAULT true,
    version    integer      NOT NULL DEFAULT 1,
    CONSTRAINT uq_prompt_templates_name_version UNIQUE (name, version)
);

CREATE TABLE system_config (
    key        varchar(100) PRIMARY KEY,
    value      jsonb        NOT NULL,
    updated_at timestamptz  NOT NULL DEFAULT now()
);
COMMENT ON TABLE system_config IS 'One row a setting; the application reads it at start.';

-- @downgrade
DROP TABLE system_config;
DROP TABLE prompt_templates;
DROP TABLE documents;
DROP TABLE users;
