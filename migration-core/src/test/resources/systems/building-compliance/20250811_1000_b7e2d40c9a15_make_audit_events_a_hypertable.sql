-- make audit events a hypertable
--
-- Where the server offers TimescaleDB; elsewhere they stay an ordinary table.
--
-- Revision ID: b7e2d40c9a15
-- Revises: 94d1f0c7a36e
-- Create Date: 2025-08-11T10:00:00Z

-- @upgrade if-extension=timescaledb
CREATE EXTENSION timescaledb;
SELECT create_hypertable('audit_events', 'occurred_at', create_default_indexes => false, migrate_data => true);

-- @downgrade if-extension=timescaledb
CREATE TEMPORARY TABLE kept_events ON COMMIT DROP AS
    SELECT id, tenant_id, user_id, event_type, occurred_at, details FROM audit_events;
DROP TABLE audit_events;
DROP EXTENSION timescaledb;
CREATE TABLE audit_events (
    id          uuid            NOT NULL DEFAULT gen_random_uuid(),
    tenant_id   uuid            NOT NULL,
    user_id     uuid,
    event_type  event_type_enum NOT NULL,
    occurred_at timestamptz     NOT NULL DEFAULT now(),
    details     jsonb           NOT NULL DEFAULT '{}'::jsonb
);
INSERT INTO audit_events SELECT * FROM kept_events;
ALTER TABLE audit_events
    ADD CONSTRAINT pk_audit_events PRIMARY KEY (id, occurred_at),
    ADD CONSTRAINT fk_audit_events_tenant FOREIGN KEY (tenant_id) REFERENCES tenants ON DELETE CASCADE,
    ADD CONSTRAINT fk_audit_events_user FOREIGN KEY (user_id) REFERENCES users ON DELETE SET NULL;
CREATE INDEX ix_audit_events_tenant_time ON audit_events (tenant_id, occurred_at DESC);
CREATE INDEX ix_audit_events_user_id ON audit_events (user_id);
