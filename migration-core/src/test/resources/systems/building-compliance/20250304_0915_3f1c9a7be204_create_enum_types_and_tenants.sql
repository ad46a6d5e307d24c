-- create enum types and tenants
--
-- Revision ID: 3f1c9a7be204
-- Revises:
-- Create Date: 2025-03-04T09:15:00Z

-- @upgrade
CREATE TYPE subscription_status_enum AS ENUM ('trialing', 'active', 'past_due', 'cancelled');
CREATE TYPE subscription_tier_enum AS ENUM ('starter', 'professional', 'enterprise');
CREATE TYPE project_status_enum AS ENUM ('draft', 'in_review', 'compliant', 'non_compliant', 'closed');
CREATE TYPE document_type_enum AS ENUM ('drawing', 'specification', 'certificate', 'calculation', 'report');
CREATE TYPE document_status_enum AS ENUM ('uploaded', 'analysing', 'reviewed', 'rejected');
CREATE TYPE event_type_enum AS ENUM ('login', 'upload', 'analysis', 'review', 'export', 'deletion');

CREATE TABLE tenants (
    id         uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    name       varchar(200) NOT NULL,
    subdomain  varchar(63)  NOT NULL,
    settings   jsonb        NOT NULL DEFAULT '{}'::jsonb,
    created_at timestamptz  NOT NULL DEFAULT now(),
    CONSTRAINT uq_tenants_subdomain UNIQUE (subdomain),
    CONSTRAINT ck_tenants_subdomain CHECK (subdomain ~ '^[a-z0-9]([a-z0-9-]*[a-z0-9])?$')
);
COMMENT ON TABLE tenants IS 'A company that uses the service; every other table refers to one.';

CREATE TABLE users (
    id         uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    tenant_id  uuid         NOT NULL CONSTRAINT fk_users_tenant REFERENCES tenants ON DELETE CASCADE,
    email      varchar(320) NOT NULL,
    full_name  varchar(200),
    is_admin   boolean      NOT NULL DEFAULT false,
    created_at timestamptz  NOT NULL DEFAULT now(),
    CONSTRAINT uq_users_tenant_email UNIQUE (tenant_id, email)
);

CREATE TABLE subscriptions (
    id            uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    tenant_id     uuid                     NOT NULL CONSTRAINT fk_subscriptions_tenant REFERENCES tenants ON DELETE CASCADE,
    tier          subscription_tier_enum   NOT NULL DEFAULT 'starter',
    status        subscription_status_enum NOT NULL DEFAULT 'trialing',
    period_start  date                     NOT NULL,
    period_end    date                     NOT NULL,
    monthly_price numeric(10, 2)           NOT NULL DEFAULT 0,
    CONSTRAINT ck_subscriptions_period CHECK (period_end > period_start)
);
CREATE UNIQUE INDEX uq_subscriptions_one_live ON subscriptions (tenant_id) WHERE status <> 'cancelled';

-- @downgrade
DROP TABLE subscriptions;
DROP TABLE users;
DROP TABLE tenants;
DROP TYPE event_type_enum;
DROP TYPE document_status_enum;
DROP TYPE document_type_enum;
DROP TYPE project_status_enum;
DROP TYPE subscription_tier_enum;
DROP TYPE subscription_status_enum;
