package dev.athanor.migration.inspect;

/** Defines a schema with an object of each kind, in names without a schema. */
final class Everything {

    static final String DDL = """
            CREATE TYPE mood AS ENUM ('sad', 'ok', 'happy');
            CREATE DOMAIN age AS integer DEFAULT 3 NOT NULL CHECK (VALUE > 0);
            CREATE TYPE pair AS (a integer, m mood);
            CREATE SEQUENCE counter INCREMENT 3;
            CREATE FUNCTION twice(n integer) RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT n * 2';
            CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$BEGIN RETURN new; END$$;
            CREATE PROCEDURE noop() LANGUAGE plpgsql AS $$BEGIN END$$;
            CREATE TABLE parent (
                id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
                email citext UNIQUE,
                m mood NOT NULL DEFAULT 'ok',
                s varchar(10) CHECK (s IN ('a', 'b')),
                n serial,
                g integer GENERATED ALWAYS AS (twice(1)) STORED,
                c integer DEFAULT nextval('counter') CHECK (twice(c) > 1),
                p pair,
                at timestamptz DEFAULT now()) WITH (fillfactor = 70);
            CREATE TABLE child (
                id integer PRIMARY KEY,
                parent_id bigint REFERENCES parent ON DELETE CASCADE,
                best_id integer REFERENCES child DEFERRABLE,
                ages age[],
                EXCLUDE USING gist (int4range(id, id + 1) WITH &&));
            CREATE TABLE parted (k integer, d date, PRIMARY KEY (k, d)) PARTITION BY RANGE (d);
            CREATE TABLE parted_2025 PARTITION OF parted FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');
            CREATE TABLE heir (own text) INHERITS (parent);
            CREATE INDEX parent_twice ON parent (twice(c), m DESC) INCLUDE (s) WHERE m <> 'sad';
            CREATE VIEW moods AS SELECT p.m, twice(p.c) AS c, c.ages FROM parent p JOIN child c ON c.parent_id = p.id;
            CREATE MATERIALIZED VIEW kept AS SELECT m FROM moods WHERE m = 'ok'::mood;
            CREATE UNIQUE INDEX kept_m ON kept (m);
            CREATE TRIGGER touch BEFORE UPDATE OF m ON parent FOR EACH ROW WHEN (new.m = 'ok') EXECUTE FUNCTION touch();
            COMMENT ON TABLE parent IS 'a parent';
            COMMENT ON COLUMN parent.m IS 'its mood';
            COMMENT ON TYPE mood IS 'a mood';
            COMMENT ON FUNCTION twice(integer) IS 'two times';
            COMMENT ON CONSTRAINT parent_pkey ON parent IS 'its key';
            COMMENT ON TRIGGER touch ON parent IS 'touched';
            CREATE FUNCTION best(p parent) RETURNS mood LANGUAGE sql BEGIN ATOMIC SELECT m FROM moods; END""";

    private Everything() {}
}
