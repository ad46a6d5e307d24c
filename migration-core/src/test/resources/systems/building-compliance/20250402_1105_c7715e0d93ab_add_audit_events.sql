-- add audit events
--
-- A TimescaleDB hypertable where the server can load the extension, a table partitioned by range where it cannot.
-- Being installed is not enough: without shared_preload_libraries, CREATE EXTENSION ends the session.
--
-- Revision ID: c7715e0d93ab
-- Revises: 8d02e45fb1c6
-- Create Date: 2025-04-02T11:05:00Z

-- @upgrade
DO $audit$
DECLARE
    offered  boolean := EXISTS (SELECT FROM pg_available_extensions WHERE name = 'timescaledb')
        AND current_setting('shared_preload_libraries') LIKE '%timescaledb%';
    existing boolean := EXISTS (SELECT FROM pg_extension WHERE extname = 'timescaledb');
BEGIN
    -- TimescaleDB partitions by itself, and takes ordinary tables only
    EXECUTE $table$
        CREATE TABLE audit_events (
            id          uuid            NOT NULL DEFAULT gen_random_uuid(),
            tenant_id   uuid            NOT NULL,
            user_id     uuid,
            event_type  event_type_enum NOT NULL,
            occurred_at timestamptz     NOT NULL DEFAULT now(),
            details     jsonb           NOT NULL DEFAULT '{}'::jsonb,
            CONSTRAINT pk_audit_events PRIMARY KEY (id, occurred_at)
        )
    $table$ || CASE WHEN offered THEN '' ELSE 'PARTITION BY RANGE (occurred_at)' END;

    IF offered THEN
        CREATE EXTENSION IF NOT EXISTS timescaledb;
        PERFORM create_hypertable('audit_events', 'occurred_at', create_default_indexes => false);
        IF existing THEN
            COMMENT ON TABLE audit_events IS 'TimescaleDB hypertable';
        ELSE
            COMMENT ON TABLE audit_events IS 'TimescaleDB hypertable, extension created with it';
        END IF;
        RAISE NOTICE 'audit_events is a TimescaleDB hypertable';
    ELSE
        CREATE TABLE audit_events_2025 PARTITION OF audit_events FOR VALUES FROM ('2025-01-01 00:00+00') TO ('2026-01-01 00:00+00');
        CREATE TABLE audit_events_default PARTITION OF audit_events DEFAULT;
        COMMENT ON TABLE audit_events IS 'Partitioned by range of occurred_at';
        RAISE NOTICE 'audit_events is partitioned by range: this server does not offer TimescaleDB';
    END IF;
END
$audit$;

ALTER TABLE audit_events ADD CONSTRAINT fk_audit_events_tenant FOREIGN KEY (tenant_id) REFERENCES tenants ON DELETE CASCADE;
ALTER TABLE audit_events ADD CONSTRAINT fk_audit_events_user FOREIGN KEY (user_id) REFERENCES users ON DELETE SET NULL;
CREATE INDEX ix_audit_events_tenant_time ON audit_events (tenant_id, occurred_at DESC);
CREATE INDEX ix_audit_events_user_id ON audit_events (user_id);

-- @downgrade
DO $audit$
DECLARE
    kind text := obj_description('audit_events'::regclass, 'pg_class');
BEGIN
    -- takes the partitions, or the hypertable's chunks, with it
    DROP TABLE audit_events;
    IF kind LIKE '%extension created with it' THEN
        DROP EXTENSION timescaledb;
        RAISE NOTICE 'audit_events was a hypertable; the extension that came with it is gone too';
    ELSE
        RAISE NOTICE 'audit_events is dropped, it was: %', kind;
    END IF;
END
$audit$;
