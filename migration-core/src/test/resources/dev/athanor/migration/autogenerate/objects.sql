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
x
-- # a policy goes with its column
CREATE TABLE t (id int PRIMARY KEY, gone int, CHECK (id > gone), UNIQUE (id, gone));
CREATE POLICY pol ON t USING (gone > 1);
CREATE FUNCTION fa() RETURNS bigint LANGUAGE sql BEGIN ATOMIC SELECT count(*) FROM t; END;
---
CREATE TABLE t (id int PRIMARY KEY);
CREATE FUNCTION fa() RETURNS bigint LANGUAGE sql BEGIN ATOMIC SELECT count(*) FROM t; END;
---
x
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
x
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
CREATE USER MAPPING FOR CURRENT_USER SERVER away OPTIONS ("user" 'me');
CREATE FOREIGN TABLE ft (id int NOT NULL) SERVER away;
CREATE VIEW far AS SELECT id FROM ft;
---
x
