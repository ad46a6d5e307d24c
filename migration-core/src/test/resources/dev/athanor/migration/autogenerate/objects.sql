-- # a policy gives way to the type of its column
CREATE TABLE t (id int PRIMARY KEY, owner varchar(20), amount int);
ALTER TABLE t ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON t USING (owner = current_user);
CREATE FUNCTION tf() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
CREATE TRIGGER tr BEFORE UPDATE OF amount ON t FOR EACH ROW WHEN (OLD.amount IS DISTINCT FROM NEW.amount) EXECUTE FUNCTION tf();
---
CREATE TABLE t (id int PRIMARY KEY, owner varchar(50), amount bigint);
ALTER TABLE t ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON t USING (owner = current_user);
CREATE FUNCTION tf() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
CREATE TRIGGER tr BEFORE UPDATE OF amount ON t FOR EACH ROW WHEN (OLD.amount IS DISTINCT FROM NEW.amount) EXECUTE FUNCTION tf();
---
-- @upgrade
DROP TRIGGER tr ON t;

DROP POLICY own ON t;

ALTER TABLE t ALTER COLUMN owner TYPE character varying(50);

ALTER TABLE t ALTER COLUMN amount TYPE bigint;

CREATE TRIGGER tr BEFORE UPDATE OF amount ON t FOR EACH ROW WHEN (old.amount IS DISTINCT FROM new.amount) EXECUTE FUNCTION tf();

CREATE POLICY own ON t USING (owner::text = CURRENT_USER);

-- @downgrade
DROP POLICY own ON t;

DROP TRIGGER tr ON t;

-- Fails where rows hold a value in column amount that does not fit its former type.
ALTER TABLE t ALTER COLUMN amount TYPE integer;

-- Fails where rows hold a value in column owner that does not fit its former type.
ALTER TABLE t ALTER COLUMN owner TYPE character varying(20);

CREATE POLICY own ON t USING (owner::text = CURRENT_USER);

CREATE TRIGGER tr BEFORE UPDATE OF amount ON t FOR EACH ROW WHEN (old.amount IS DISTINCT FROM new.amount) EXECUTE FUNCTION tf();
-- # a policy goes with its column
CREATE TABLE t (id int PRIMARY KEY, gone int, CHECK (id > gone), UNIQUE (id, gone));
CREATE POLICY pol ON t USING (gone > 1);
CREATE FUNCTION fa() RETURNS bigint LANGUAGE sql BEGIN ATOMIC SELECT count(*) FROM t; END;
---
CREATE TABLE t (id int PRIMARY KEY);
CREATE FUNCTION fa() RETURNS bigint LANGUAGE sql BEGIN ATOMIC SELECT count(*) FROM t; END;
---
-- @upgrade
DROP POLICY pol ON t;

ALTER TABLE t DROP CONSTRAINT t_check;

ALTER TABLE t DROP CONSTRAINT t_id_gone_key;

-- Destructive: the downgrade does not bring back what is lost here.
ALTER TABLE t DROP COLUMN gone;

-- @downgrade
ALTER TABLE t ADD COLUMN gone integer;

-- Fails where rows break this rule, which the upgrade allows.
ALTER TABLE t
    ADD CONSTRAINT t_id_gone_key UNIQUE (id, gone);

-- Fails where rows break this rule, which the upgrade allows.
ALTER TABLE t
    ADD CONSTRAINT t_check CHECK (id > gone);

CREATE POLICY pol ON t USING (gone > 1);
-- # a publication goes with the type of its column (15)
CREATE TABLE t (a int NOT NULL, b int);
CREATE UNIQUE INDEX tu ON t (a);
ALTER TABLE t REPLICA IDENTITY USING INDEX tu;
ALTER TABLE t CLUSTER ON tu;
CREATE PUBLICATION bhpub FOR TABLE t (a, b) WHERE (a > 1);
---
CREATE TABLE t (a bigint NOT NULL, b int);
CREATE UNIQUE INDEX tu ON t (a);
ALTER TABLE t REPLICA IDENTITY USING INDEX tu;
ALTER TABLE t CLUSTER ON tu;
---
-- @upgrade
ALTER PUBLICATION bhpub DROP TABLE ONLY t;

DROP PUBLICATION bhpub;

ALTER TABLE t ALTER COLUMN a TYPE bigint;

-- @downgrade
-- Fails where rows hold a value in column a that does not fit its former type.
ALTER TABLE t ALTER COLUMN a TYPE integer;

CREATE PUBLICATION bhpub;

ALTER PUBLICATION bhpub ADD TABLE ONLY t (a, b) WHERE (a > 1);
-- # objects of the whole database are made in a database of their own (15)
CREATE TABLE t (a int PRIMARY KEY, b int);
CREATE PUBLICATION p FOR TABLE t WHERE (b > 1);
CREATE PUBLICATION everything FOR ALL TABLES;
---
CREATE TABLE t (a int PRIMARY KEY, b bigint);
CREATE PUBLICATION p FOR TABLE t WHERE (b > 1) WITH (publish = 'insert');
COMMENT ON PUBLICATION p IS 'inserts';
CREATE FUNCTION watch() RETURNS event_trigger LANGUAGE plpgsql AS $$ BEGIN END $$;
CREATE EVENT TRIGGER watcher ON ddl_command_end WHEN TAG IN ('DROP TABLE') EXECUTE FUNCTION watch();
CREATE FOREIGN DATA WRAPPER w;
CREATE SERVER away FOREIGN DATA WRAPPER w OPTIONS (host 'h');
CREATE USER MAPPING FOR PUBLIC SERVER away OPTIONS ("user" 'me');
CREATE FOREIGN TABLE ft (id int NOT NULL) SERVER away;
CREATE VIEW far AS SELECT id FROM ft;
---
-- @upgrade
DROP PUBLICATION everything;

ALTER PUBLICATION p DROP TABLE ONLY t;

CREATE FOREIGN DATA WRAPPER w;

CREATE SERVER away FOREIGN DATA WRAPPER w OPTIONS (host 'h');

CREATE USER MAPPING FOR public SERVER away OPTIONS ("user" 'me');

CREATE OR REPLACE FUNCTION watch()
 RETURNS event_trigger
 LANGUAGE plpgsql
AS $function$ BEGIN END $function$;

CREATE FOREIGN TABLE ft (id integer NOT NULL) SERVER away;

ALTER TABLE t ALTER COLUMN b TYPE bigint;

CREATE VIEW far AS
SELECT id
   FROM ft;

ALTER PUBLICATION p SET (publish = 'insert');

ALTER PUBLICATION p ADD TABLE ONLY t WHERE (b > 1);

COMMENT ON PUBLICATION p IS 'inserts';

CREATE EVENT TRIGGER watcher ON ddl_command_end WHEN TAG IN ('DROP TABLE') EXECUTE FUNCTION watch();

-- @downgrade
DROP EVENT TRIGGER watcher;

COMMENT ON PUBLICATION p IS NULL;

ALTER PUBLICATION p DROP TABLE ONLY t;

ALTER PUBLICATION p SET (publish = 'insert, update, delete, truncate');

DROP VIEW far;

-- Fails where rows hold a value in column b that does not fit its former type.
ALTER TABLE t ALTER COLUMN b TYPE integer;

DROP FOREIGN TABLE ft;

DROP FUNCTION watch();

DROP USER MAPPING FOR public SERVER away;

DROP SERVER away;

DROP FOREIGN DATA WRAPPER w;

ALTER PUBLICATION p ADD TABLE ONLY t WHERE (b > 1);

CREATE PUBLICATION everything FOR ALL TABLES;
