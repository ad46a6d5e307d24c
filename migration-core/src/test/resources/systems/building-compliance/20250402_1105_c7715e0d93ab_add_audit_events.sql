-- add audit events
--
-- Revision ID: c7715e0d93ab
-- Revises: 8d02e45fb1c6
-- Create Date: 2025-04-02T11:05:00Z

-- @upgrade
CREATE TABLE audit_events (
    id          uuid            NOT NULL DEFAULT gen_random_uuid(),
    tenant_id   uuid            NOT NULL,
    user_id     uuid,
    event_type  event_type_enum NOT NULL,
    occurred_at timestamptz     NOT NULL DEFAULT now(),
    details     jsonb           NOT NULL DEFAULT '{}'::jsonb,
    CONSTRAINT pk_audit_events PRIMARY KEY (id, occurred_at),
    CONSTRAINT fk_audit_events_tenant FOREIGN KEY (tenant_id) REFERENCES tenants ON DELETE CASCADE,
    CONSTRAINT fk_audit_events_user FOREIGN KEY (user_id) REFERENCES users ON DELETE SET NULL
);
CREATE INDEX ix_audit_events_tenant_time ON audit_events (tenant_id, occurred_at DESC);
CREATE INDEX ix_audit_events_user_id ON audit_events (user_id);

-- @downgrade
DROP TABLE audit_events;
