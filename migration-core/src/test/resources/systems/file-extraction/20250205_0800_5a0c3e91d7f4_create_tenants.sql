-- create tenants
--
-- Revision ID: 5a0c3e91d7f4
-- Revises:
-- Create Date: 2025-02-05T08:00:00Z

-- @upgrade
CREATE TABLE tenants (
    id                  uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    code                varchar(50)  NOT NULL,
    name                varchar(200) NOT NULL,
    is_active           boolean      NOT NULL DEFAULT true,
    storage_quota_bytes bigint       NOT NULL DEFAULT 10737418240,
    file_quota          integer      NOT NULL DEFAULT 10000,
    created_at          timestamptz  NOT NULL DEFAULT now(),
    CONSTRAINT uq_tenants_code UNIQUE (code),
    CONSTRAINT ck_tenants_quotas CHECK (storage_quota_bytes >= 0 AND file_quota >= 0)
);
CREATE INDEX ix_tenants_active ON tenants (code) WHERE is_active;
COMMENT ON COLUMN tenants.code IS 'Short name in URLs and in the storage path.';

-- @downgrade
DROP TABLE tenants;
