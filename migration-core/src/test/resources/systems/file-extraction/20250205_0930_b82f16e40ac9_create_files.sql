-- create files
--
-- Revision ID: b82f16e40ac9
-- Revises: 5a0c3e91d7f4
-- Create Date: 2025-02-05T09:30:00Z

-- @upgrade
CREATE TABLE files (
    id           uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    tenant_id    uuid         NOT NULL CONSTRAINT fk_files_tenant REFERENCES tenants ON DELETE CASCADE,
    file_name    varchar(255) NOT NULL,
    content_type varchar(100),
    size_bytes   bigint       NOT NULL,
    file_hash    char(64)     NOT NULL,
    status       varchar(20)  NOT NULL DEFAULT 'uploaded',
    metadata     jsonb        NOT NULL DEFAULT '{}'::jsonb,
    uploaded_at  timestamptz  NOT NULL DEFAULT now(),
    CONSTRAINT uq_files_tenant_hash UNIQUE (tenant_id, file_hash),
    CONSTRAINT ck_files_size CHECK (size_bytes >= 0),
    CONSTRAINT ck_files_hash CHECK (file_hash ~ '^[0-9a-f]{64}$'),
    CONSTRAINT ck_files_status CHECK (status IN ('uploaded', 'processing', 'processed', 'failed'))
);
CREATE INDEX ix_files_file_hash ON files (file_hash);
CREATE INDEX ix_files_tenant_status ON files (tenant_id, status);
COMMENT ON COLUMN files.file_hash IS 'SHA-256 of the content, in hex.';

-- @downgrade
DROP TABLE files;
