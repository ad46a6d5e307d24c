-- # a policy on a column whose type changes
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

-- # a policy on a column that goes
CREATE TABLE t (id int PRIMARY KEY, gone int, CHECK (id > gone), UNIQUE (id, gone));
CREATE POLICY pol ON t USING (gone > 1);
CREATE FUNCTION fa() RETURNS bigint LANGUAGE sql BEGIN ATOMIC SELECT count(*) FROM t; END;
---
CREATE TABLE t (id int PRIMARY KEY);
CREATE FUNCTION fa() RETURNS bigint LANGUAGE sql BEGIN ATOMIC SELECT count(*) FROM t; END;

-- # a filter and columns of a publication on a column whose type changes (15)
CREATE TABLE t (a int NOT NULL, b int);
CREATE TABLE u (a int, b int);
CREATE PUBLICATION bhpub FOR TABLE t (a, b) WHERE (a > 1), u;
---
CREATE TABLE t (a bigint NOT NULL, b bigint);
CREATE TABLE u (a int, b bigint);
CREATE PUBLICATION bhpub FOR TABLE t (a, b) WHERE (a > 1), u;

-- # a publication that goes with the type of its column (15)
CREATE TABLE t (a int NOT NULL, b int);
CREATE PUBLICATION bhpub FOR TABLE t (a, b) WHERE (a > 1);
---
CREATE TABLE t (a bigint NOT NULL, b int);

-- # policies of every kind
CREATE TABLE users (id int PRIMARY KEY, tenant int);
CREATE TABLE t (id int PRIMARY KEY, tenant int, "Owner Name" name);
ALTER TABLE t ENABLE ROW LEVEL SECURITY;
CREATE FUNCTION mine(x int) RETURNS boolean LANGUAGE sql AS 'SELECT x > 1';
CREATE POLICY a ON t FOR SELECT TO PUBLIC USING (tenant IN (SELECT u.tenant FROM users u WHERE u.id = t.id));
CREATE POLICY b ON t AS RESTRICTIVE FOR UPDATE TO current_user USING (mine(tenant)) WITH CHECK (tenant > 2);
CREATE POLICY c ON t FOR INSERT WITH CHECK (tenant > 3);
CREATE POLICY "D d" ON t FOR DELETE TO pg_monitor, pg_read_all_data USING ("Owner Name" IN ('x', 'y'));
COMMENT ON POLICY a ON t IS 'it''s a';
---
CREATE TABLE users (id bigint PRIMARY KEY, tenant bigint);
CREATE TABLE t (id int PRIMARY KEY, tenant bigint, "Owner Name" text);
ALTER TABLE t ENABLE ROW LEVEL SECURITY;
CREATE FUNCTION mine(x bigint) RETURNS boolean LANGUAGE sql AS 'SELECT x > 1';
CREATE POLICY a ON t FOR SELECT TO PUBLIC USING (tenant IN (SELECT u.tenant FROM users u WHERE u.id = t.id));
CREATE POLICY b ON t AS PERMISSIVE FOR UPDATE TO current_user USING (mine(tenant)) WITH CHECK (tenant > 2);
CREATE POLICY c ON t FOR ALL USING (true);
CREATE POLICY "D d" ON t FOR DELETE TO pg_monitor, pg_read_all_data USING ("Owner Name" IN ('x', 'y'));
COMMENT ON POLICY a ON t IS 'another';

-- # a subquery of a policy whose table goes
CREATE TABLE users (id int PRIMARY KEY, tenant int);
CREATE TABLE t (id int PRIMARY KEY, tenant int);
CREATE POLICY a ON t USING (EXISTS (SELECT FROM users u WHERE u.tenant = t.tenant));
---
CREATE TABLE t (id int PRIMARY KEY, tenant int);
CREATE POLICY a ON t USING (tenant = 1);

-- # rules
CREATE TABLE t (a int, b text);
CREATE TABLE log (a int);
CREATE RULE r AS ON INSERT TO t DO ALSO INSERT INTO log VALUES (NEW.a);
CREATE RULE r2 AS ON UPDATE TO t WHERE OLD.a > 1 DO ALSO (DELETE FROM log WHERE a = OLD.a; DELETE FROM log WHERE a = 2);
CREATE RULE r3 AS ON DELETE TO t DO ALSO NOTIFY changed;
CREATE VIEW v AS SELECT a FROM t;
CREATE RULE v_insert AS ON INSERT TO v DO INSTEAD INSERT INTO t (a) VALUES (NEW.a);
COMMENT ON RULE r ON t IS 'logs';
COMMENT ON RULE v_insert ON v IS 'writes';
---
CREATE TABLE t (a bigint, b text);
CREATE TABLE log (a bigint, at timestamptz);
CREATE RULE r AS ON INSERT TO t DO ALSO INSERT INTO log VALUES (NEW.a, now());
CREATE RULE r2 AS ON UPDATE TO t WHERE OLD.a > 1 DO ALSO (DELETE FROM log WHERE a = OLD.a; DELETE FROM log WHERE a = 2);
CREATE RULE r3 AS ON DELETE TO t DO ALSO NOTIFY changed;
ALTER TABLE t DISABLE RULE r2;
CREATE VIEW v AS SELECT a, b FROM t;
CREATE RULE v_insert AS ON INSERT TO v DO INSTEAD INSERT INTO t (a) VALUES (NEW.a);
COMMENT ON RULE v_insert ON v IS 'writes';

-- # statistics on columns that change and go
CREATE TABLE t (a int, b int, c int, d text);
CREATE STATISTICS s1 (ndistinct, dependencies) ON a, b FROM t;
CREATE STATISTICS s2 ON (a + b), (lower(d)) FROM t;
CREATE STATISTICS "S 3" ON b, c FROM t;
CREATE STATISTICS s4 (mcv) ON c, d FROM t;
ALTER STATISTICS s1 SET STATISTICS 7;
COMMENT ON STATISTICS s1 IS 'together';
---
CREATE TABLE t (a bigint, b int, d text);
CREATE STATISTICS s1 (ndistinct, dependencies) ON a, b FROM t;
CREATE STATISTICS s2 ON (a + b), (lower(d)) FROM t;
CREATE STATISTICS s4 (mcv) ON a, d FROM t;
ALTER STATISTICS s1 SET STATISTICS 8;

-- # publications of every kind (15)
CREATE TABLE t (a int PRIMARY KEY, b int);
CREATE TABLE "T u" (a int PRIMARY KEY, b int);
CREATE PUBLICATION p0;
CREATE PUBLICATION p1 FOR ALL TABLES WITH (publish = 'insert, delete', publish_via_partition_root = true);
CREATE PUBLICATION p2 FOR TABLES IN SCHEMA CURRENT_SCHEMA;
CREATE PUBLICATION p3 FOR TABLE t WHERE (a > 1 AND a < 9), "T u" (a);
COMMENT ON PUBLICATION p3 IS 'a publication';
---
CREATE TABLE t (a int PRIMARY KEY, b int);
CREATE TABLE "T u" (a int PRIMARY KEY, b int);
CREATE PUBLICATION p1 FOR ALL TABLES;
CREATE PUBLICATION p3 FOR TABLE t (a, b), "T u" WITH (publish = 'insert');

-- # publications of PostgreSQL 14
CREATE TABLE t (a int PRIMARY KEY, b int);
CREATE PUBLICATION p3 FOR TABLE t;
---
CREATE TABLE t (a int PRIMARY KEY, b int);
CREATE TABLE u (a int PRIMARY KEY, b int);
CREATE PUBLICATION p3 FOR TABLE t, u WITH (publish = 'insert');

-- # a publication whose options change while its tables stay
CREATE TABLE t (a int PRIMARY KEY, b int);
CREATE PUBLICATION p FOR TABLE t WITH (publish = 'insert', publish_via_partition_root = true);
COMMENT ON PUBLICATION p IS 'one';
---
CREATE TABLE t (a int PRIMARY KEY, b int);
CREATE PUBLICATION p FOR TABLE t WITH (publish = 'insert, delete');
COMMENT ON PUBLICATION p IS 'two';

-- # a published parent with a child that is not published
CREATE TABLE parent (a int PRIMARY KEY);
CREATE TABLE child () INHERITS (parent);
CREATE PUBLICATION p FOR TABLE ONLY parent;
---
CREATE TABLE parent (a bigint PRIMARY KEY);
CREATE TABLE child () INHERITS (parent);
CREATE PUBLICATION p FOR TABLE parent;

-- # a publication with generated columns (18)
CREATE TABLE t (a int PRIMARY KEY, b int);
CREATE PUBLICATION p FOR TABLE t;
---
CREATE TABLE t (a int PRIMARY KEY, b int);
CREATE PUBLICATION p FOR TABLE t WITH (publish_generated_columns = stored);

-- # event triggers
CREATE TABLE t (a int);
CREATE FUNCTION watch() RETURNS event_trigger LANGUAGE plpgsql AS $$ BEGIN END $$;
CREATE EVENT TRIGGER watcher ON ddl_command_end WHEN TAG IN ('CREATE TABLE', 'ALTER TABLE') EXECUTE FUNCTION watch();
COMMENT ON EVENT TRIGGER watcher IS 'watches';
---
CREATE TABLE t (a bigint);
CREATE FUNCTION watch() RETURNS event_trigger LANGUAGE plpgsql AS $$ BEGIN NULL; END $$;
CREATE EVENT TRIGGER watcher ON ddl_command_end EXECUTE FUNCTION watch();
CREATE EVENT TRIGGER other ON sql_drop EXECUTE FUNCTION watch();
ALTER EVENT TRIGGER other DISABLE;

-- # range types that are new
CREATE TABLE t (a int);
---
CREATE FUNCTION diff(a float8, b float8) RETURNS float8 LANGUAGE sql IMMUTABLE AS 'SELECT a - b';
CREATE TYPE span AS RANGE (SUBTYPE = float8, SUBTYPE_DIFF = diff, MULTIRANGE_TYPE_NAME = spans);
CREATE TYPE words AS RANGE (SUBTYPE = text, COLLATION = "C", SUBTYPE_OPCLASS = text_pattern_ops);
COMMENT ON TYPE span IS 'a span';
CREATE TABLE t (a int, s span DEFAULT '[1,2)', ss spans, arr span[], w words);
CREATE INDEX ON t USING gist (s);

-- # a range type in use that changes
CREATE TYPE span AS RANGE (SUBTYPE = int4);
CREATE TABLE t (a int, s span DEFAULT '[1,2)', arr span[], EXCLUDE USING gist (s WITH &&));
CREATE INDEX i ON t USING gist (s);
CREATE VIEW v AS SELECT s FROM t;
---
CREATE TYPE span AS RANGE (SUBTYPE = int8);
CREATE TABLE t (a int, s span DEFAULT '[1,2)', arr span[], EXCLUDE USING gist (s WITH &&));
CREATE INDEX i ON t USING gist (s);
CREATE VIEW v AS SELECT s FROM t;

-- # base types and shell types
CREATE TYPE shell;
CREATE TABLE t (a int);
---
CREATE TYPE num;
CREATE FUNCTION num_in(cstring) RETURNS num LANGUAGE internal IMMUTABLE STRICT AS 'int4in';
CREATE FUNCTION num_out(num) RETURNS cstring LANGUAGE internal IMMUTABLE STRICT AS 'int4out';
CREATE TYPE num (INPUT = num_in, OUTPUT = num_out, LIKE = int4, CATEGORY = 'N', DEFAULT = '7');
COMMENT ON TYPE num IS 'a number';
CREATE FUNCTION plus(num, num) RETURNS num LANGUAGE internal IMMUTABLE STRICT AS 'int4pl';
CREATE CAST (num AS int) WITHOUT FUNCTION AS IMPLICIT;
CREATE TABLE t (a int, n num DEFAULT '3');

-- # aggregates
CREATE FUNCTION add(a numeric, b numeric) RETURNS numeric LANGUAGE sql IMMUTABLE AS 'SELECT a + b';
CREATE AGGREGATE total (numeric) (SFUNC = add, STYPE = numeric, INITCOND = '0');
CREATE AGGREGATE counted (*) (SFUNC = int8inc, STYPE = bigint, INITCOND = '0');
CREATE TABLE t (a numeric);
CREATE VIEW v AS SELECT total(a) AS total FROM t;
COMMENT ON AGGREGATE total (numeric) IS 'sums';
---
CREATE FUNCTION add(a numeric, b numeric) RETURNS numeric LANGUAGE sql IMMUTABLE AS 'SELECT a + b';
CREATE AGGREGATE total (x numeric) (SFUNC = add, STYPE = numeric, COMBINEFUNC = add, PARALLEL = SAFE, INITCOND = '1');
CREATE AGGREGATE middle (float8 ORDER BY anyelement) (SFUNC = ordered_set_transition, STYPE = internal,
    FINALFUNC = percentile_disc_final, FINALFUNC_EXTRA, FINALFUNC_MODIFY = READ_WRITE);
CREATE AGGREGATE moving (numeric) (SFUNC = numeric_add, STYPE = numeric, MSFUNC = numeric_add, MINVFUNC = numeric_sub,
    MSTYPE = numeric, MINITCOND = '0');
CREATE TABLE t (a numeric);
CREATE VIEW v AS SELECT total(a) AS total FROM t;

-- # operators, classes and families
CREATE TABLE t (a int);
---
CREATE TYPE pt AS (x int, y int);
CREATE FUNCTION pt_lt(pt, pt) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT $1.x < $2.x';
CREATE FUNCTION pt_le(pt, pt) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT $1.x <= $2.x';
CREATE FUNCTION pt_eq(pt, pt) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT $1.x = $2.x';
CREATE FUNCTION pt_ge(pt, pt) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT $1.x >= $2.x';
CREATE FUNCTION pt_gt(pt, pt) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT $1.x > $2.x';
CREATE FUNCTION pt_cmp(pt, pt) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT $1.x - $2.x';
CREATE FUNCTION pt_cmp(pt, int) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT $1.x - $2';
CREATE FUNCTION pt_eq(pt, int) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT $1.x = $2';
CREATE FUNCTION neg(pt) RETURNS pt LANGUAGE sql IMMUTABLE AS 'SELECT $1';
CREATE OPERATOR <# (FUNCTION = pt_lt, LEFTARG = pt, RIGHTARG = pt, COMMUTATOR = >#, NEGATOR = >=#, RESTRICT = scalarltsel, JOIN = scalarltjoinsel);
CREATE OPERATOR <=# (FUNCTION = pt_le, LEFTARG = pt, RIGHTARG = pt);
CREATE OPERATOR =# (FUNCTION = pt_eq, LEFTARG = pt, RIGHTARG = pt, COMMUTATOR = =#, HASHES, MERGES);
CREATE OPERATOR =# (FUNCTION = pt_eq, LEFTARG = pt, RIGHTARG = int);
CREATE OPERATOR >=# (FUNCTION = pt_ge, LEFTARG = pt, RIGHTARG = pt, NEGATOR = <#);
CREATE OPERATOR ># (FUNCTION = pt_gt, LEFTARG = pt, RIGHTARG = pt, COMMUTATOR = <#);
CREATE OPERATOR !# (FUNCTION = neg, RIGHTARG = pt);
COMMENT ON OPERATOR <# (pt, pt) IS 'less';
CREATE OPERATOR FAMILY pts USING btree;
COMMENT ON OPERATOR FAMILY pts USING btree IS 'a family';
CREATE OPERATOR CLASS pt_ops FOR TYPE pt USING btree FAMILY pts AS OPERATOR 1 <#, OPERATOR 2 <=#, OPERATOR 3 =#,
    OPERATOR 4 >=#, OPERATOR 5 >#, FUNCTION 1 pt_cmp(pt, pt);
COMMENT ON OPERATOR CLASS pt_ops USING btree IS 'a class';
ALTER OPERATOR FAMILY pts USING btree ADD OPERATOR 3 =# (pt, int), FUNCTION 1 (pt, int) pt_cmp(pt, int);
CREATE OPERATOR CLASS pt_hash FOR TYPE pt USING hash AS OPERATOR 1 =#;
CREATE TABLE t (a int, p pt);
CREATE INDEX i ON t (p pt_ops);
CREATE VIEW v AS SELECT a FROM t WHERE p =# 1;

-- # casts
CREATE TYPE mood AS ENUM ('sad', 'ok');
CREATE FUNCTION moody(i int) RETURNS mood LANGUAGE sql AS $$ SELECT 'ok'::mood $$;
CREATE CAST (int AS mood) WITH FUNCTION moody(int) AS ASSIGNMENT;
CREATE CAST (mood AS bigint) WITH INOUT;
COMMENT ON CAST (int AS mood) IS 'a cast';
---
CREATE TYPE mood AS ENUM ('sad', 'ok');
CREATE FUNCTION moody(i int) RETURNS mood LANGUAGE sql AS $$ SELECT 'ok'::mood $$;
CREATE CAST (int AS mood) WITH FUNCTION moody(int) AS IMPLICIT;
CREATE CAST (point AS int) WITH INOUT;

-- # foreign servers and tables
CREATE FOREIGN DATA WRAPPER dummy OPTIONS (debug 'true');
CREATE SERVER away TYPE 'x' VERSION '1' FOREIGN DATA WRAPPER dummy OPTIONS (host 'h', port '1');
CREATE USER MAPPING FOR current_user SERVER away OPTIONS ("user" 'me');
CREATE USER MAPPING FOR PUBLIC SERVER away;
CREATE FOREIGN TABLE ft (id int OPTIONS (key 'true') NOT NULL, n text COLLATE "C" DEFAULT 'x', CONSTRAINT c CHECK (id > 0))
    SERVER away OPTIONS (table_name 'y');
CREATE VIEW v AS SELECT n FROM ft;
COMMENT ON FOREIGN TABLE ft IS 'far away';
COMMENT ON COLUMN ft.n IS 'a name';
COMMENT ON SERVER away IS 'a server';
COMMENT ON FOREIGN DATA WRAPPER dummy IS 'a wrapper';
---
CREATE FOREIGN DATA WRAPPER dummy;
CREATE SERVER away TYPE 'x' VERSION '2' FOREIGN DATA WRAPPER dummy OPTIONS (host 'i');
CREATE USER MAPPING FOR current_user SERVER away OPTIONS ("user" 'you');
CREATE TABLE parent (id int NOT NULL) PARTITION BY LIST (id);
CREATE FOREIGN TABLE part PARTITION OF parent FOR VALUES IN (1) SERVER away;
CREATE FOREIGN TABLE ft (id bigint NOT NULL, n text) SERVER away;
CREATE VIEW v AS SELECT n FROM ft;

-- # text search
CREATE TEXT SEARCH DICTIONARY stem (TEMPLATE = snowball, LANGUAGE = english);
CREATE TEXT SEARCH CONFIGURATION conf (PARSER = "default");
ALTER TEXT SEARCH CONFIGURATION conf ADD MAPPING FOR word, asciiword WITH stem, simple;
COMMENT ON TEXT SEARCH CONFIGURATION conf IS 'a configuration';
COMMENT ON TEXT SEARCH DICTIONARY stem IS 'stems';
CREATE TABLE t (a text, v tsvector GENERATED ALWAYS AS (to_tsvector('conf', a)) STORED);
CREATE INDEX i ON t USING gin (to_tsvector('conf', a));
---
CREATE TEXT SEARCH TEMPLATE temp (INIT = dsimple_init, LEXIZE = dsimple_lexize);
CREATE TEXT SEARCH PARSER pars (START = prsd_start, GETTOKEN = prsd_nexttoken, END = prsd_end, LEXTYPES = prsd_lextype, HEADLINE = prsd_headline);
COMMENT ON TEXT SEARCH PARSER pars IS 'a parser';
COMMENT ON TEXT SEARCH TEMPLATE temp IS 'a template';
CREATE TEXT SEARCH DICTIONARY plain (TEMPLATE = temp, accept = 'false');
CREATE TEXT SEARCH DICTIONARY stem (TEMPLATE = snowball, LANGUAGE = english, stopwords = english);
CREATE TEXT SEARCH CONFIGURATION conf (PARSER = pars);
ALTER TEXT SEARCH CONFIGURATION conf ADD MAPPING FOR word WITH plain, stem;
CREATE TABLE t (a text, v tsvector GENERATED ALWAYS AS (to_tsvector('conf', a)) STORED);
CREATE INDEX i ON t USING gin (to_tsvector('conf', a));

-- # collations and conversions
CREATE COLLATION plain (LOCALE = 'C');
CREATE CONVERSION conv FOR 'LATIN1' TO 'UTF8' FROM iso8859_1_to_utf8;
COMMENT ON COLLATION plain IS 'a collation';
COMMENT ON CONVERSION conv IS 'a conversion';
CREATE TABLE t (a text COLLATE plain, b text);
CREATE INDEX i ON t (b COLLATE plain);
---
CREATE COLLATION plain (LC_COLLATE = 'POSIX', LC_CTYPE = 'C');
CREATE COLLATION other FROM "C";
CREATE DEFAULT CONVERSION conv FOR 'LATIN1' TO 'UTF8' FROM iso8859_1_to_utf8;
CREATE TABLE t (a text COLLATE plain, b text COLLATE other);
CREATE INDEX i ON t (b COLLATE plain);

-- # languages, access methods and transforms
CREATE TABLE t (a int);
---
CREATE FUNCTION handle() RETURNS language_handler LANGUAGE c AS '$libdir/plpgsql', 'plpgsql_call_handler';
CREATE FUNCTION inlined(internal) RETURNS void LANGUAGE c STRICT AS '$libdir/plpgsql', 'plpgsql_inline_handler';
CREATE TRUSTED LANGUAGE pl HANDLER handle INLINE inlined;
COMMENT ON LANGUAGE pl IS 'a language';
CREATE FUNCTION one() RETURNS text LANGUAGE pl AS 'BEGIN RETURN 1; END';
CREATE FUNCTION from_point(internal) RETURNS internal LANGUAGE c AS '$libdir/plpgsql', 'plpgsql_call_handler';
CREATE TRANSFORM FOR int LANGUAGE pl (FROM SQL WITH FUNCTION prsd_lextype(internal));
CREATE ACCESS METHOD heap2 TYPE TABLE HANDLER heap_tableam_handler;
COMMENT ON ACCESS METHOD heap2 IS 'a method';
CREATE TABLE t (a int);

-- # a policy, statistics and a rule on an enum that loses a value
CREATE TYPE mood AS ENUM ('a','b','c');
CREATE TABLE t (id int, m mood DEFAULT 'a');
CREATE POLICY p ON t USING (m = 'a'::mood) WITH CHECK (m <> 'b'::mood);
CREATE STATISTICS s ON id, m FROM t;
CREATE RULE r AS ON UPDATE TO t WHERE new.m = 'a'::mood DO INSTEAD NOTHING;
---
CREATE TYPE mood AS ENUM ('a','c');
CREATE TABLE t (id int, m mood DEFAULT 'a');
CREATE POLICY p ON t USING (m = 'a'::mood) WITH CHECK (m <> 'c'::mood);
CREATE STATISTICS s ON id, m FROM t;
CREATE RULE r AS ON UPDATE TO t WHERE new.m = 'a'::mood DO INSTEAD NOTHING;

-- # policies, statistics and a publication of a partitioned table (15)
CREATE TABLE t (id int, d date, x int) PARTITION BY RANGE (d);
CREATE TABLE t1 PARTITION OF t FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');
CREATE POLICY p ON t USING (x > 1);
CREATE POLICY p1 ON t1 USING (x > 2);
CREATE STATISTICS s ON id, x FROM t;
CREATE PUBLICATION b FOR TABLE t (id, x) WHERE (x > 1) WITH (publish_via_partition_root = true);
---
CREATE TABLE t (id bigint, d date, x bigint) PARTITION BY RANGE (d);
CREATE TABLE t1 PARTITION OF t FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');
CREATE POLICY p ON t FOR INSERT WITH CHECK (x > 1);
CREATE STATISTICS s ON id, x FROM t;
CREATE PUBLICATION b FOR TABLE t (id, x) WHERE (x > 1), t1 WITH (publish_via_partition_root = true);

-- # rules of a view that is created again
CREATE TABLE t (id int, a int, b text);
CREATE VIEW v AS SELECT id, a FROM t;
CREATE RULE ins AS ON INSERT TO v DO INSTEAD INSERT INTO t VALUES (new.id, new.a) RETURNING id, a;
CREATE RULE upd AS ON UPDATE TO v DO INSTEAD UPDATE t SET a = new.a WHERE id = old.id;
CREATE FUNCTION tf() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
CREATE VIEW w AS SELECT * FROM v;
CREATE TRIGGER tr INSTEAD OF DELETE ON w FOR EACH ROW EXECUTE FUNCTION tf();
---
CREATE TABLE t (id bigint, a int, b text);
CREATE VIEW v AS SELECT id, a FROM t;
CREATE RULE ins AS ON INSERT TO v DO INSTEAD INSERT INTO t VALUES (new.id, new.a) RETURNING id, a;
CREATE RULE upd AS ON UPDATE TO v DO INSTEAD UPDATE t SET a = new.a + 1 WHERE id = old.id;
CREATE FUNCTION tf() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
CREATE VIEW w AS SELECT * FROM v;
CREATE TRIGGER tr INSTEAD OF DELETE ON w FOR EACH ROW EXECUTE FUNCTION tf();

-- # policies that call a function and read a table that go
CREATE TABLE a (id int PRIMARY KEY, o text);
CREATE TABLE b (id int REFERENCES a, x int);
CREATE FUNCTION f(i int) RETURNS int LANGUAGE sql STABLE AS 'SELECT 1';
CREATE POLICY p ON a AS RESTRICTIVE FOR UPDATE USING (f(id) = 1) WITH CHECK (id IN (SELECT id FROM b WHERE x > 1));
CREATE POLICY q ON b USING (EXISTS (SELECT 1 FROM a WHERE a.id = b.id AND a.o = current_user));
---
CREATE TABLE a (id int PRIMARY KEY, o varchar(9));
CREATE FUNCTION f(i int) RETURNS bigint LANGUAGE sql STABLE AS 'SELECT 1';
CREATE POLICY p ON a AS RESTRICTIVE FOR UPDATE USING (f(id) = 1);

-- # a publication of all tables or of one
CREATE TABLE t (a int);
CREATE PUBLICATION p FOR ALL TABLES;
---
CREATE TABLE t (a int);
CREATE PUBLICATION p FOR TABLE t;

-- # a foreign table becomes a table
CREATE FOREIGN DATA WRAPPER w;
CREATE SERVER s FOREIGN DATA WRAPPER w;
CREATE FOREIGN TABLE t (a int) SERVER s;
CREATE VIEW v AS SELECT a FROM t;
---
CREATE TABLE t (a int);
CREATE VIEW v AS SELECT a FROM t;

-- # an operator and an aggregate that much uses
CREATE FUNCTION eq(int, text) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT true';
CREATE OPERATOR === (FUNCTION = eq, LEFTARG = int, RIGHTARG = text);
CREATE AGGREGATE agg (int) (SFUNC = int4pl, STYPE = int);
CREATE TABLE t (a int CHECK (a === 'x'), g boolean GENERATED ALWAYS AS (a === 'y') STORED);
CREATE INDEX i ON t ((a === 'z'));
CREATE VIEW v AS SELECT agg(a) AS s FROM t WHERE a === 'x';
CREATE POLICY p ON t USING (a === 'q');
---
CREATE FUNCTION eq(i int, t text) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT true';
CREATE OPERATOR === (FUNCTION = eq, LEFTARG = int, RIGHTARG = text, RESTRICT = eqsel);
CREATE AGGREGATE agg (int) (SFUNC = int4pl, STYPE = int, INITCOND = '5');
CREATE TABLE t (a int CHECK (a === 'x'), g boolean GENERATED ALWAYS AS (a === 'y') STORED);
CREATE INDEX i ON t ((a === 'z'));
CREATE VIEW v AS SELECT agg(a) AS s FROM t WHERE a === 'x';
CREATE POLICY p ON t USING (a === 'q');

-- # names that need quotation marks (15)
CREATE TABLE "T ""x" ("a b" int, "c'd" int);
CREATE POLICY "p ""q'" ON "T ""x" USING ("a b" > 1);
CREATE STATISTICS "S\1 x" ON "a b", "c'd" FROM "T ""x";
CREATE PUBLICATION "P p" FOR TABLE "T ""x" ("a b") WHERE ("a b" > 1);
CREATE RULE "R r" AS ON DELETE TO "T ""x" DO ALSO NOTHING;
COMMENT ON POLICY "p ""q'" ON "T ""x" IS 'x\y''z';
---
CREATE TABLE "T ""x" ("a b" bigint, "c'd" int);
CREATE POLICY "p ""q'" ON "T ""x" USING ("a b" > 1);
CREATE STATISTICS "S\1 x" (mcv) ON "a b", "c'd" FROM "T ""x";
CREATE PUBLICATION "P p" FOR TABLE "T ""x" ("a b") WHERE ("a b" > 1) WITH (publish = '');
