-- # table: added
---
CREATE TABLE t (id int PRIMARY KEY, name text NOT NULL);

-- # table: added with everything
---
CREATE TYPE mood AS ENUM ('sad', 'ok');
CREATE TABLE r (x int, y int, PRIMARY KEY (x, y));
CREATE TABLE t (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, n serial, m mood DEFAULT 'ok' NOT NULL, a int UNIQUE CHECK (a > 0), b int,
  g int GENERATED ALWAYS AS (a * 2) STORED, s varchar(10) COLLATE "C" CHECK (s IN ('a', 'b')), FOREIGN KEY (a, b) REFERENCES r,
  EXCLUDE USING gist (int4range(a, b) WITH &&)) WITH (fillfactor = 70);
CREATE INDEX i ON t (lower(s) DESC) INCLUDE (b) WHERE a > 5;
COMMENT ON TABLE t IS 'it''s t'; COMMENT ON COLUMN t.a IS 'a of t'; COMMENT ON INDEX i IS 'i of t'; COMMENT ON CONSTRAINT t_pkey ON t IS 'key of t';

-- # table: with names that need quotes
---
CREATE TABLE "User Data" ("select" int PRIMARY KEY, "Größe" text, "a""b" int UNIQUE, "x.y" int CHECK ("x.y" > 0));
CREATE INDEX "My Index" ON "User Data" ("Größe");
COMMENT ON TABLE "User Data" IS 'x';

-- # table: one for another
CREATE TABLE a (id int PRIMARY KEY, x text);
---
CREATE TABLE b (id int PRIMARY KEY, y date);

-- # table: becomes unlogged
CREATE TABLE t (id int);
---
CREATE UNLOGGED TABLE t (id int);

-- # table: storage options
CREATE TABLE t (id int, s text) WITH (fillfactor = 70);
---
CREATE TABLE t (id int, s text) WITH (fillfactor = 80, autovacuum_enabled = false, toast.autovacuum_enabled = false);

-- # table: comment added
CREATE TABLE t (id int);
---
CREATE TABLE t (id int); COMMENT ON TABLE t IS 'one';

-- # table: comment changed
CREATE TABLE t (id int); COMMENT ON TABLE t IS 'two';
---
CREATE TABLE t (id int); COMMENT ON TABLE t IS 'it''s one';

-- # table: becomes partitioned
CREATE TABLE t (id int, d date);
---
CREATE TABLE t (id int, d date) PARTITION BY RANGE (d);

-- # partition: added
CREATE TABLE t (id int, d date) PARTITION BY RANGE (d);
---
CREATE TABLE t (id int, d date) PARTITION BY RANGE (d);
CREATE TABLE t25 PARTITION OF t FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');
CREATE TABLE t_rest PARTITION OF t DEFAULT;

-- # partition: bound changed
CREATE TABLE t (id int) PARTITION BY LIST (id); CREATE TABLE t1 PARTITION OF t FOR VALUES IN (1);
---
CREATE TABLE t (id int) PARTITION BY LIST (id); CREATE TABLE t1 PARTITION OF t FOR VALUES IN (1, 2);

-- # partition: own partitions of a partition
CREATE TABLE t (id int, d date) PARTITION BY LIST (id);
---
CREATE TABLE t (id int, d date) PARTITION BY LIST (id);
CREATE TABLE a PARTITION OF t FOR VALUES IN (1) PARTITION BY RANGE (d);
CREATE TABLE a25 PARTITION OF a FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');

-- # partition: column, index and key of the parent
CREATE TABLE t (id int, d date) PARTITION BY RANGE (d); CREATE TABLE t1 PARTITION OF t DEFAULT;
---
CREATE TABLE t (id int, d date, x text NOT NULL DEFAULT '', PRIMARY KEY (id, d)) PARTITION BY RANGE (d); CREATE TABLE t1 PARTITION OF t DEFAULT;
CREATE INDEX i ON t (x);

-- # partition: own constraint and index
CREATE TABLE t (id int, d date) PARTITION BY RANGE (d); CREATE TABLE t1 PARTITION OF t DEFAULT;
---
CREATE TABLE t (id int, d date) PARTITION BY RANGE (d); CREATE TABLE t1 PARTITION OF t DEFAULT;
ALTER TABLE t1 ADD CONSTRAINT c CHECK (id > 0); CREATE INDEX i1 ON t1 (id);

-- # partition: under a view, a column of the parent changes type
CREATE TABLE t (id int, d date, x int) PARTITION BY RANGE (d); CREATE TABLE t1 PARTITION OF t DEFAULT; CREATE VIEW v AS SELECT x FROM t1;
---
CREATE TABLE t (id int, d date, x bigint) PARTITION BY RANGE (d); CREATE TABLE t1 PARTITION OF t DEFAULT; CREATE VIEW v AS SELECT x FROM t1;

-- # partition: attached
CREATE TABLE t (id int, d date) PARTITION BY RANGE (d); CREATE TABLE t1 (id int, d date);
---
CREATE TABLE t (id int, d date) PARTITION BY RANGE (d); CREATE TABLE t1 PARTITION OF t FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');

-- # inheritance: begins
CREATE TABLE p (a int); CREATE TABLE c (a int, x int);
---
CREATE TABLE p (a int); CREATE TABLE c (a int, x int) INHERITS (p);

-- # inheritance: child added
CREATE TABLE p (a int, b text);
---
CREATE TABLE p (a int, b text); CREATE TABLE c (x int) INHERITS (p);

-- # inheritance: column of the parent
CREATE TABLE p (a int); CREATE TABLE c (x int) INHERITS (p);
---
CREATE TABLE p (a int, b text DEFAULT 'x'); CREATE TABLE c (x int, y int) INHERITS (p);

-- # column: added
CREATE TABLE t (a int);
---
CREATE TABLE t (a int, b text);

-- # column: added with default and comment
CREATE TABLE t (a int);
---
CREATE TABLE t (a int, b text NOT NULL DEFAULT 'it''s'); COMMENT ON COLUMN t.b IS 'b';

-- # column: added in the middle
CREATE TABLE t (a int, c int);
---
CREATE TABLE t (a int, b int, c int);

-- # column: several for several
CREATE TABLE t (a int, b int, c int, d int);
---
CREATE TABLE t (a int, e text, f text, d int);

-- # column: not null
CREATE TABLE t (a int);
---
CREATE TABLE t (a int NOT NULL);

-- # column: default added
CREATE TABLE t (a int);
---
CREATE TABLE t (a int DEFAULT 1);

-- # column: default changed
CREATE TABLE t (a timestamptz DEFAULT now());
---
CREATE TABLE t (a timestamptz DEFAULT '2025-01-01 00:00:00+00');

-- # column: default and not null
CREATE TABLE t (a text);
---
CREATE TABLE t (a text NOT NULL DEFAULT '');

-- # column: comment
CREATE TABLE t (a int); COMMENT ON COLUMN t.a IS 'a';
---
CREATE TABLE t (a int); COMMENT ON COLUMN t.a IS 'A';

-- # column: int to bigint
CREATE TABLE t (a int);
---
CREATE TABLE t (a bigint);

-- # column: int to text
CREATE TABLE t (a int);
---
CREATE TABLE t (a text);

-- # column: varchar longer
CREATE TABLE t (a varchar(10));
---
CREATE TABLE t (a varchar(20));

-- # column: varchar to text
CREATE TABLE t (a varchar(10) DEFAULT 'x');
---
CREATE TABLE t (a text DEFAULT 'x');

-- # column: numeric scale
CREATE TABLE t (a numeric(10, 2));
---
CREATE TABLE t (a numeric(12, 4));

-- # column: text to uuid
CREATE TABLE t (a text);
---
CREATE TABLE t (a uuid);

-- # column: int to boolean with default
CREATE TABLE t (a int NOT NULL DEFAULT 0);
---
CREATE TABLE t (a boolean NOT NULL DEFAULT false);

-- # column: timestamp to timestamptz
CREATE TABLE t (a timestamp DEFAULT now());
---
CREATE TABLE t (a timestamptz DEFAULT now());

-- # column: date to int
CREATE TABLE t (a date);
---
CREATE TABLE t (a int);

-- # column: json to jsonb
CREATE TABLE t (a json DEFAULT '{}');
---
CREATE TABLE t (a jsonb DEFAULT '{}');

-- # column: text to array
CREATE TABLE t (a text);
---
CREATE TABLE t (a text[]);

-- # column: int array to text array
CREATE TABLE t (a int[] DEFAULT '{}');
---
CREATE TABLE t (a text[] DEFAULT '{}');

-- # column: bytea to uuid
CREATE TABLE t (a bytea);
---
CREATE TABLE t (a uuid);

-- # column: interval precision
CREATE TABLE t (a interval);
---
CREATE TABLE t (a interval(3));

-- # column: collation
CREATE TABLE t (a text);
---
CREATE TABLE t (a text COLLATE "C");

-- # column: type, default, nullability and comment at once
CREATE TABLE t (a varchar(10) DEFAULT '1'); COMMENT ON COLUMN t.a IS 'x';
---
CREATE TABLE t (a int NOT NULL DEFAULT 1);

-- # column: quoted name changes type
CREATE TABLE "T" ("Order" text);
---
CREATE TABLE "T" ("Order" int);

-- # identity: added
CREATE TABLE t (a int NOT NULL);
---
CREATE TABLE t (a int GENERATED ALWAYS AS IDENTITY);

-- # identity: on a nullable column
CREATE TABLE t (a int);
---
CREATE TABLE t (a bigint GENERATED BY DEFAULT AS IDENTITY);

-- # identity: always to by default
CREATE TABLE t (a int GENERATED ALWAYS AS IDENTITY);
---
CREATE TABLE t (a int GENERATED BY DEFAULT AS IDENTITY);

-- # identity: options
CREATE TABLE t (a int GENERATED ALWAYS AS IDENTITY);
---
CREATE TABLE t (a int GENERATED ALWAYS AS IDENTITY (START 10 INCREMENT 5 MAXVALUE 1000 CACHE 4 CYCLE));

-- # identity: wider type
CREATE TABLE t (a int GENERATED ALWAYS AS IDENTITY PRIMARY KEY);
---
CREATE TABLE t (a bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY);

-- # identity: column added
CREATE TABLE t (b int);
---
CREATE TABLE t (b int, a int GENERATED ALWAYS AS IDENTITY);

-- # serial: added
CREATE TABLE t (a int);
---
CREATE TABLE t (a serial);

-- # serial: column added
CREATE TABLE t (b int);
---
CREATE TABLE t (b int, a serial PRIMARY KEY);

-- # serial: to identity
CREATE TABLE t (a serial);
---
CREATE TABLE t (a int GENERATED BY DEFAULT AS IDENTITY);

-- # serial: to bigserial
CREATE TABLE t (a serial PRIMARY KEY);
---
CREATE TABLE t (a bigserial PRIMARY KEY);

-- # serial: table goes
CREATE TABLE t (a serial PRIMARY KEY, b int);
---
CREATE TABLE s (a serial PRIMARY KEY, b int);

-- # generated: added
CREATE TABLE t (a int);
---
CREATE TABLE t (a int, b int GENERATED ALWAYS AS (a * 2) STORED);

-- # generated: expression changed
CREATE TABLE t (a int, b int GENERATED ALWAYS AS (a * 2) STORED, c int);
---
CREATE TABLE t (a int, b int GENERATED ALWAYS AS (a * 3) STORED, c int);

-- # generated: no longer
CREATE TABLE t (a int, b int GENERATED ALWAYS AS (a * 2) STORED);
---
CREATE TABLE t (a int, b int);

-- # generated: its base changes type
CREATE TABLE t (a int, b int GENERATED ALWAYS AS (a + 1) STORED);
---
CREATE TABLE t (a bigint, b int GENERATED ALWAYS AS (a + 1) STORED);

-- # generated: its base goes
CREATE TABLE t (a int, c int, b int GENERATED ALWAYS AS (a + 1) STORED);
---
CREATE TABLE t (c int, b int GENERATED ALWAYS AS (c + 1) STORED);

-- # generated: indexed and checked, its base changes type
CREATE TABLE t (a int, b int GENERATED ALWAYS AS (a + 1) STORED UNIQUE CHECK (b > 0)); CREATE INDEX i ON t (b, a);
---
CREATE TABLE t (a bigint, b int GENERATED ALWAYS AS (a + 1) STORED UNIQUE CHECK (b > 0)); CREATE INDEX i ON t (b, a);

-- # generated: virtual (18)
CREATE TABLE t (a int, b int GENERATED ALWAYS AS (a * 2) STORED);
---
CREATE TABLE t (a int, b int GENERATED ALWAYS AS (a * 2) VIRTUAL, c int GENERATED ALWAYS AS (a + 1));

-- # generated: tsvector with index
CREATE TABLE t (a text);
---
CREATE TABLE t (a text, v tsvector GENERATED ALWAYS AS (to_tsvector('english'::regconfig, coalesce(a, ''))) STORED);
CREATE INDEX i ON t USING gin (v);

-- # primary key: added
CREATE TABLE t (a int);
---
CREATE TABLE t (a int PRIMARY KEY);

-- # primary key: other columns
CREATE TABLE t (a int PRIMARY KEY, b int);
---
CREATE TABLE t (a int, b int, PRIMARY KEY (a, b));

-- # primary key: renamed
CREATE TABLE t (a int CONSTRAINT pk_t PRIMARY KEY);
---
CREATE TABLE t (a int CONSTRAINT t_pk PRIMARY KEY);

-- # primary key: include
CREATE TABLE t (a int PRIMARY KEY, b int);
---
CREATE TABLE t (a int, b int, PRIMARY KEY (a) INCLUDE (b));

-- # primary key: changed under a foreign key
CREATE TABLE t (a int CONSTRAINT k PRIMARY KEY, b int NOT NULL UNIQUE); CREATE TABLE r (t_a int REFERENCES t (a));
---
CREATE TABLE t (a int CONSTRAINT k UNIQUE, b int CONSTRAINT t_b_key PRIMARY KEY); CREATE TABLE r (t_a int REFERENCES t (a));

-- # unique: added
CREATE TABLE t (a int);
---
CREATE TABLE t (a int UNIQUE);

-- # unique: other columns, same name
CREATE TABLE t (a int, b int, CONSTRAINT u UNIQUE (a));
---
CREATE TABLE t (a int, b int, CONSTRAINT u UNIQUE (a, b));

-- # unique: deferrable
CREATE TABLE t (a int UNIQUE);
---
CREATE TABLE t (a int UNIQUE DEFERRABLE INITIALLY DEFERRED);

-- # unique: nulls not distinct (15)
CREATE TABLE t (a int, CONSTRAINT u UNIQUE (a));
---
CREATE TABLE t (a int, CONSTRAINT u UNIQUE NULLS NOT DISTINCT (a));

-- # unique: constraint to index of the same name
CREATE TABLE t (a int, CONSTRAINT u UNIQUE (a));
---
CREATE TABLE t (a int); CREATE UNIQUE INDEX u ON t (a);

-- # unique: comment
CREATE TABLE t (a int CONSTRAINT u UNIQUE);
---
CREATE TABLE t (a int CONSTRAINT u UNIQUE); COMMENT ON CONSTRAINT u ON t IS 'u';

-- # unique: moves to another table under its name
CREATE TABLE t (a int CONSTRAINT u UNIQUE); CREATE TABLE s (a int);
---
CREATE TABLE t (a int); CREATE TABLE s (a int CONSTRAINT u UNIQUE);

-- # check: added
CREATE TABLE t (a int);
---
CREATE TABLE t (a int CHECK (a > 0));

-- # check: changed
CREATE TABLE t (a int CONSTRAINT c CHECK (a > 0));
---
CREATE TABLE t (a int CONSTRAINT c CHECK (a > 1 AND a < 10 OR a IS NULL));

-- # check: varchar in list
CREATE TABLE t (s varchar(10) CONSTRAINT c CHECK (s IN ('a', 'b')));
---
CREATE TABLE t (s varchar(10) CONSTRAINT c CHECK (s IN ('a', 'b', 'it''s')));

-- # check: renamed
CREATE TABLE t (a int CONSTRAINT c CHECK (a > 0));
---
CREATE TABLE t (a int CONSTRAINT d CHECK (a > 0));

-- # check: validated
CREATE TABLE t (a int); ALTER TABLE t ADD CONSTRAINT c CHECK (a > 0) NOT VALID;
---
CREATE TABLE t (a int); ALTER TABLE t ADD CONSTRAINT c CHECK (a > 0);

-- # check: no inherit
CREATE TABLE t (a int CONSTRAINT c CHECK (a > 0));
---
CREATE TABLE t (a int CONSTRAINT c CHECK (a > 0) NO INHERIT);

-- # check: its column changes type
CREATE TABLE t (a int CHECK (a > 0));
---
CREATE TABLE t (a bigint CHECK (a > 0));

-- # check: its column changes type to text
CREATE TABLE t (a int CONSTRAINT c CHECK (a > 0));
---
CREATE TABLE t (a text CONSTRAINT c CHECK (a > '0'));

-- # check: its column goes
CREATE TABLE t (a int, b int, CONSTRAINT c CHECK (a > b));
---
CREATE TABLE t (a int, CONSTRAINT c CHECK (a > 0));

-- # check: calls a new function
CREATE TABLE t (a int);
---
CREATE FUNCTION f(int) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT $1 > 0';
CREATE TABLE t (a int CHECK (f(a)));

-- # exclusion: added
CREATE TABLE t (r int4range);
---
CREATE TABLE t (r int4range, EXCLUDE USING gist (r WITH &&));

-- # exclusion: changed
CREATE TABLE t (r int4range, a int, CONSTRAINT x EXCLUDE USING gist (r WITH &&));
---
CREATE TABLE t (r int4range, a int, CONSTRAINT x EXCLUDE USING gist (r WITH &&) WHERE (a > 0) DEFERRABLE);

-- # foreign key: added
CREATE TABLE r (id int PRIMARY KEY); CREATE TABLE t (r_id int);
---
CREATE TABLE r (id int PRIMARY KEY); CREATE TABLE t (r_id int REFERENCES r);

-- # foreign key: with its column and table
CREATE TABLE t (id int);
---
CREATE TABLE z (id int PRIMARY KEY); CREATE TABLE t (id int, z_id int REFERENCES z);

-- # foreign key: actions
CREATE TABLE r (id int PRIMARY KEY); CREATE TABLE t (r_id int REFERENCES r);
---
CREATE TABLE r (id int PRIMARY KEY); CREATE TABLE t (r_id int REFERENCES r ON DELETE CASCADE ON UPDATE SET NULL);

-- # foreign key: deferrable
CREATE TABLE r (id int PRIMARY KEY); CREATE TABLE t (r_id int REFERENCES r);
---
CREATE TABLE r (id int PRIMARY KEY); CREATE TABLE t (r_id int REFERENCES r DEFERRABLE INITIALLY DEFERRED);

-- # foreign key: match full and not valid
CREATE TABLE r (a int, b int, PRIMARY KEY (a, b)); CREATE TABLE t (x int, y int, CONSTRAINT f FOREIGN KEY (x, y) REFERENCES r);
---
CREATE TABLE r (a int, b int, PRIMARY KEY (a, b)); CREATE TABLE t (x int, y int);
ALTER TABLE t ADD CONSTRAINT f FOREIGN KEY (x, y) REFERENCES r MATCH FULL NOT VALID;

-- # foreign key: on delete set columns (15)
CREATE TABLE r (a int, b int, PRIMARY KEY (a, b)); CREATE TABLE t (x int, y int, CONSTRAINT f FOREIGN KEY (x, y) REFERENCES r);
---
CREATE TABLE r (a int, b int, PRIMARY KEY (a, b)); CREATE TABLE t (x int, y int, CONSTRAINT f FOREIGN KEY (x, y) REFERENCES r ON DELETE SET NULL (y));

-- # foreign key: renamed
CREATE TABLE r (id int PRIMARY KEY); CREATE TABLE t (r_id int CONSTRAINT a REFERENCES r);
---
CREATE TABLE r (id int PRIMARY KEY); CREATE TABLE t (r_id int CONSTRAINT b REFERENCES r);

-- # foreign key: to another table
CREATE TABLE r (id int PRIMARY KEY); CREATE TABLE q (id int PRIMARY KEY); CREATE TABLE t (x int CONSTRAINT f REFERENCES r);
---
CREATE TABLE r (id int PRIMARY KEY); CREATE TABLE q (id int PRIMARY KEY); CREATE TABLE t (x int CONSTRAINT f REFERENCES q);

-- # foreign key: to a new key
CREATE TABLE r (id int PRIMARY KEY, c int); CREATE TABLE t (x int);
---
CREATE TABLE r (id int PRIMARY KEY, c int UNIQUE); CREATE TABLE t (x int REFERENCES r (c));

-- # foreign key: to a unique index
CREATE TABLE r (id int, c int); CREATE TABLE t (x int);
---
CREATE TABLE r (id int, c int); CREATE UNIQUE INDEX i ON r (c); CREATE TABLE t (x int REFERENCES r (c));

-- # foreign key: both sides change type
CREATE TABLE r (id int PRIMARY KEY); CREATE TABLE t (r_id int REFERENCES r);
---
CREATE TABLE r (id bigint PRIMARY KEY); CREATE TABLE t (r_id bigint REFERENCES r);

-- # foreign key: both sides change type altogether
CREATE TABLE r (id int PRIMARY KEY); CREATE TABLE t (r_id int REFERENCES r);
---
CREATE TABLE r (id text PRIMARY KEY); CREATE TABLE t (r_id text REFERENCES r);

-- # foreign key: its table goes
CREATE TABLE r (id int PRIMARY KEY); CREATE TABLE t (r_id int REFERENCES r);
---
CREATE TABLE t (r_id int);

-- # foreign key: both tables go
CREATE TABLE a (id int PRIMARY KEY); CREATE TABLE b (id int PRIMARY KEY REFERENCES a);
---

-- # foreign key: of a table to itself
---
CREATE TABLE t (id int PRIMARY KEY, parent_id int REFERENCES t ON DELETE CASCADE);

-- # foreign key: a circle
---
CREATE TABLE a (id int PRIMARY KEY, b_id int); CREATE TABLE b (id int PRIMARY KEY, a_id int REFERENCES a);
ALTER TABLE a ADD CONSTRAINT a_b_fkey FOREIGN KEY (b_id) REFERENCES b;

-- # foreign key: a circle closes
CREATE TABLE a (id int PRIMARY KEY); CREATE TABLE b (id int PRIMARY KEY, a_id int REFERENCES a);
---
CREATE TABLE a (id int PRIMARY KEY, b_id int); CREATE TABLE b (id int PRIMARY KEY, a_id int REFERENCES a);
ALTER TABLE a ADD CONSTRAINT a_b_fkey FOREIGN KEY (b_id) REFERENCES b;

-- # foreign key: comment
CREATE TABLE r (id int PRIMARY KEY); CREATE TABLE t (x int CONSTRAINT f REFERENCES r);
---
CREATE TABLE r (id int PRIMARY KEY); CREATE TABLE t (x int CONSTRAINT f REFERENCES r); COMMENT ON CONSTRAINT f ON t IS 'why';

-- # foreign key: its table becomes partitioned
CREATE TABLE r (id int PRIMARY KEY); CREATE TABLE t (x int REFERENCES r);
---
CREATE TABLE r (id int PRIMARY KEY) PARTITION BY HASH (id); CREATE TABLE t (x int REFERENCES r);

-- # index: added
CREATE TABLE t (a int, b int);
---
CREATE TABLE t (a int, b int); CREATE INDEX i ON t (a, b DESC);

-- # index: changed
CREATE TABLE t (a int, b int); CREATE INDEX i ON t (a);
---
CREATE TABLE t (a int, b int); CREATE UNIQUE INDEX i ON t (a DESC NULLS LAST, (a + b)) INCLUDE (b) WHERE b > 0;

-- # index: renamed
CREATE TABLE t (a int); CREATE INDEX i ON t (a);
---
CREATE TABLE t (a int); CREATE INDEX j ON t (a);

-- # index: two swap their names
CREATE TABLE t (a int, b int); CREATE INDEX i ON t (a); CREATE INDEX j ON t (b);
---
CREATE TABLE t (a int, b int); CREATE INDEX j ON t (a); CREATE INDEX i ON t (b);

-- # index: method and options
CREATE TABLE t (a int); CREATE INDEX i ON t (a);
---
CREATE TABLE t (a int); CREATE INDEX i ON t USING hash (a) WITH (fillfactor = 60);

-- # index: operator class and collation
CREATE TABLE t (a text, b text); CREATE INDEX i ON t (a, b);
---
CREATE TABLE t (a text, b text); CREATE INDEX i ON t (a text_pattern_ops, b COLLATE "C");

-- # index: gin
CREATE TABLE t (a jsonb, b text[]);
---
CREATE TABLE t (a jsonb, b text[]); CREATE INDEX i ON t USING gin (a jsonb_path_ops); CREATE INDEX j ON t USING gin (b);

-- # index: comment
CREATE TABLE t (a int); CREATE INDEX i ON t (a); COMMENT ON INDEX i IS 'x';
---
CREATE TABLE t (a int); CREATE INDEX i ON t (a);

-- # index: its column goes
CREATE TABLE t (a int, b int); CREATE INDEX i ON t (a, b);
---
CREATE TABLE t (a int); CREATE INDEX i ON t (a);

-- # index: its column changes type
CREATE TABLE t (a int, b varchar(9)); CREATE INDEX i ON t (a) WHERE a > 5; CREATE INDEX j ON t (lower(b));
---
CREATE TABLE t (a bigint, b varchar(99)); CREATE INDEX i ON t (a) WHERE a > 5; CREATE INDEX j ON t (lower(b));

-- # index: calls a new function
CREATE TABLE t (a int);
---
CREATE FUNCTION f(int) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT $1'; CREATE TABLE t (a int); CREATE INDEX i ON t (f(a));

-- # index: moves to another table under its name
CREATE TABLE t (a int); CREATE TABLE s (a int); CREATE INDEX i ON t (a);
---
CREATE TABLE t (a int); CREATE TABLE s (a int); CREATE INDEX i ON s (a);

-- # enum: added with a column
CREATE TABLE t (a int);
---
CREATE TYPE e AS ENUM ('a', 'it''s'); CREATE TABLE t (a int, e e NOT NULL DEFAULT 'a', es e[]);

-- # enum: value at the end
CREATE TYPE e AS ENUM ('a', 'b'); CREATE TABLE t (e e DEFAULT 'a');
---
CREATE TYPE e AS ENUM ('a', 'b', 'c'); CREATE TABLE t (e e DEFAULT 'a');

-- # enum: values here and there
CREATE TYPE e AS ENUM ('c', 'f'); CREATE TABLE t (e e[]);
---
CREATE TYPE e AS ENUM ('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'); CREATE TABLE t (e e[]);

-- # enum: value replaced
CREATE TYPE e AS ENUM ('a', 'b'); CREATE TABLE t (e e NOT NULL DEFAULT 'a', f e);
---
CREATE TYPE e AS ENUM ('a', 'c'); CREATE TABLE t (e e NOT NULL DEFAULT 'a', f e);

-- # enum: reordered
CREATE TYPE e AS ENUM ('a', 'b'); CREATE TABLE t (e e PRIMARY KEY);
---
CREATE TYPE e AS ENUM ('b', 'a'); CREATE TABLE t (e e PRIMARY KEY);

-- # enum: new value as default
CREATE TYPE e AS ENUM ('a', 'b'); CREATE TABLE t (e e DEFAULT 'a');
---
CREATE TYPE e AS ENUM ('a', 'b', 'c'); CREATE TABLE t (e e DEFAULT 'c');

-- # enum: replaced under a view, an index, a check and a trigger
CREATE TYPE e AS ENUM ('a', 'b'); CREATE TABLE t (e e CHECK (e <> 'b'), n int); CREATE INDEX i ON t (n) WHERE e = 'a';
CREATE VIEW v AS SELECT e, n FROM t WHERE e > 'a'; CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN new; END';
CREATE TRIGGER g BEFORE INSERT ON t FOR EACH ROW WHEN (new.e = 'a') EXECUTE FUNCTION f();
---
CREATE TYPE e AS ENUM ('b', 'x', 'a'); CREATE TABLE t (e e CHECK (e <> 'b'), n int); CREATE INDEX i ON t (n) WHERE e = 'a';
CREATE VIEW v AS SELECT e, n FROM t WHERE e > 'a'; CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN new; END';
CREATE TRIGGER g BEFORE INSERT ON t FOR EACH ROW WHEN (new.e = 'a') EXECUTE FUNCTION f();

-- # enum: value added under a view and a function
CREATE TYPE e AS ENUM ('a', 'b'); CREATE TABLE t (e e, n int); CREATE INDEX i ON t (n) WHERE e = 'a';
CREATE VIEW v AS SELECT e, n FROM t WHERE e > 'a'; CREATE FUNCTION f(x e) RETURNS e LANGUAGE sql AS 'SELECT $1';
---
CREATE TYPE e AS ENUM ('a', 'x', 'b'); CREATE TABLE t (e e, n int); CREATE INDEX i ON t (n) WHERE e = 'a';
CREATE VIEW v AS SELECT e, n FROM t WHERE e > 'a'; CREATE FUNCTION f(x e) RETURNS e LANGUAGE sql AS 'SELECT $1';

-- # enum: comment
CREATE TYPE e AS ENUM ('a');
---
CREATE TYPE e AS ENUM ('a'); COMMENT ON TYPE e IS 'e';

-- # enum: rebuilt while a default changes and a foreign key looks
CREATE TYPE e AS ENUM ('a', 'b'); CREATE TABLE r (e e PRIMARY KEY); CREATE TABLE t (e e DEFAULT 'b' REFERENCES r);
---
CREATE TYPE e AS ENUM ('c', 'a'); CREATE TABLE r (e e PRIMARY KEY); CREATE TABLE t (e e DEFAULT 'c' REFERENCES r);

-- # enum: column from text
CREATE TABLE t (e text DEFAULT 'a' NOT NULL);
---
CREATE TYPE e AS ENUM ('a', 'b'); CREATE TABLE t (e e DEFAULT 'a' NOT NULL);

-- # enum: column from another enum
CREATE TYPE e AS ENUM ('a', 'b'); CREATE TABLE t (x e DEFAULT 'a');
---
CREATE TYPE f AS ENUM ('a', 'c'); CREATE TABLE t (x f DEFAULT 'a');

-- # enum: two columns change places while both types are built anew
CREATE TYPE e AS ENUM ('a', 'b'); CREATE TYPE f AS ENUM ('a', 'c'); CREATE TABLE t (x e DEFAULT 'a', y f DEFAULT 'a', z e);
---
CREATE TYPE e AS ENUM ('b', 'a'); CREATE TYPE f AS ENUM ('c', 'a'); CREATE TABLE t (x f DEFAULT 'a', y e DEFAULT 'a', z e[]);

-- # enum: needs quotes
CREATE TYPE "My Enum" AS ENUM ('a', 'B''s'); CREATE TABLE t (x "My Enum" DEFAULT 'a');
---
CREATE TYPE "My Enum" AS ENUM ('B''s', 'a', 'C'); CREATE TABLE t (x "My Enum" DEFAULT 'a');

-- # domain: added and used
CREATE TABLE t (a int);
---
CREATE DOMAIN d AS int DEFAULT 1 NOT NULL CHECK (VALUE > 0); CREATE TABLE t (a int, d d);

-- # domain: altered
CREATE DOMAIN d AS int CONSTRAINT c CHECK (VALUE > 0); CREATE TABLE t (d d);
---
CREATE DOMAIN d AS int DEFAULT 5 NOT NULL CONSTRAINT c CHECK (VALUE > 1) CONSTRAINT e CHECK (VALUE < 9); CREATE TABLE t (d d); COMMENT ON DOMAIN d IS 'd';

-- # domain: column becomes one
CREATE DOMAIN d AS text; CREATE TABLE t (a text);
---
CREATE DOMAIN d AS text; CREATE TABLE t (a d);

-- # domain: on a new function
---
CREATE FUNCTION f(text) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT $1 <> ''''';
CREATE DOMAIN d AS text CHECK (f(VALUE)); CREATE TABLE t (d d);

-- # domain: another type, not used
CREATE DOMAIN d AS int;
---
CREATE DOMAIN d AS text COLLATE "C";

-- # domain: another type, used
CREATE DOMAIN d AS int CHECK (VALUE > 0); CREATE TABLE t (d d DEFAULT 1 CHECK (d < 9), ds d[], x int); CREATE VIEW v AS SELECT d FROM t;
---
CREATE DOMAIN d AS bigint CHECK (VALUE > 0); CREATE TABLE t (d d DEFAULT 1 CHECK (d < 9), ds d[], x d); CREATE VIEW v AS SELECT d FROM t;

-- # composite: added and used
---
CREATE TYPE e AS ENUM ('a'); CREATE TYPE c AS (x int, e e); CREATE TABLE t (c c, cs c[]);

-- # composite: attributes
CREATE TYPE c AS (x int, y text);
---
CREATE TYPE c AS (x bigint, z text COLLATE "C"); COMMENT ON TYPE c IS 'c';

-- # sequence: added
---
CREATE SEQUENCE s AS int INCREMENT 5 START 100 CACHE 10; COMMENT ON SEQUENCE s IS 's';

-- # sequence: options
CREATE SEQUENCE s;
---
CREATE SEQUENCE s AS smallint MINVALUE 0 START 7 INCREMENT 2 MAXVALUE 99 CYCLE;

-- # sequence: used by a default
CREATE TABLE t (a int);
---
CREATE SEQUENCE s; CREATE TABLE t (a int DEFAULT nextval('s'));

-- # sequence: owner
CREATE TABLE t (a int, b int); CREATE SEQUENCE s OWNED BY t.a;
---
CREATE TABLE t (a int, b int); CREATE SEQUENCE s OWNED BY t.b;

-- # sequence: no owner
CREATE TABLE t (a int); CREATE SEQUENCE s OWNED BY t.a;
---
CREATE TABLE t (a int); CREATE SEQUENCE s;

-- # sequence: its owner goes, it stays
CREATE TABLE t (a int, b int); CREATE SEQUENCE s OWNED BY t.a;
---
CREATE TABLE t (b int); CREATE SEQUENCE s;

-- # view: added
CREATE TABLE t (a int, b text);
---
CREATE TABLE t (a int, b text); CREATE VIEW v AS SELECT a, upper(b) AS u FROM t WHERE a > 0; COMMENT ON VIEW v IS 'v';

-- # view: changed
CREATE TABLE t (a int, b text); CREATE VIEW v AS SELECT a FROM t;
---
CREATE TABLE t (a int, b text); CREATE VIEW v AS SELECT b, a FROM t;

-- # view: options and comment
CREATE TABLE t (a int); CREATE VIEW v AS SELECT a FROM t; COMMENT ON VIEW v IS 'x';
---
CREATE TABLE t (a int); CREATE VIEW v WITH (security_barrier) AS SELECT a FROM t WITH LOCAL CHECK OPTION; COMMENT ON VIEW v IS 'y';

-- # view: on views, the lowest changes
CREATE TABLE t (a int, b int); CREATE VIEW z AS SELECT a FROM t; CREATE VIEW y AS SELECT a FROM z; CREATE VIEW x AS SELECT y.a FROM y JOIN z USING (a);
---
CREATE TABLE t (a int, b int); CREATE VIEW z AS SELECT a, b FROM t; CREATE VIEW y AS SELECT a FROM z; CREATE VIEW x AS SELECT y.a FROM y JOIN z USING (a);

-- # view: its column changes type
CREATE TABLE t (a int, b int); CREATE VIEW v AS SELECT a FROM t; CREATE VIEW w AS SELECT a + 1 AS b FROM v;
---
CREATE TABLE t (a bigint, b int); CREATE VIEW v AS SELECT a FROM t; CREATE VIEW w AS SELECT a + 1 AS b FROM v;

-- # view: its column goes
CREATE TABLE t (a int, b int); CREATE VIEW v AS SELECT a, b FROM t;
---
CREATE TABLE t (a int); CREATE VIEW v AS SELECT a FROM t;

-- # view: its table becomes a view
CREATE TABLE t (a int); CREATE VIEW v AS SELECT a FROM t;
---
CREATE TABLE s (a int); CREATE VIEW t AS SELECT a FROM s; CREATE VIEW v AS SELECT a FROM t;

-- # view: by a function
CREATE TABLE t (a int);
---
CREATE TABLE t (a int); CREATE FUNCTION f(int) RETURNS int LANGUAGE sql AS 'SELECT $1'; CREATE VIEW v AS SELECT f(a) AS a FROM t;

-- # view: its function changes what it returns
CREATE TABLE t (a int); CREATE FUNCTION f(x int) RETURNS int LANGUAGE sql AS 'SELECT $1'; CREATE VIEW v AS SELECT f(a) AS a FROM t;
---
CREATE TABLE t (a int); CREATE FUNCTION f(x int) RETURNS bigint LANGUAGE sql AS 'SELECT $1::bigint'; CREATE VIEW v AS SELECT f(a) AS a FROM t;

-- # view: grouped by a primary key
CREATE TABLE t (a int CONSTRAINT k PRIMARY KEY, b int); CREATE VIEW v AS SELECT a, b, count(*) AS n FROM t GROUP BY a;
---
CREATE TABLE t (a int CONSTRAINT k PRIMARY KEY DEFERRABLE, b int); CREATE VIEW v AS SELECT a, b, count(*) AS n FROM t GROUP BY a, b;

-- # view: with a trigger
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN new; END';
CREATE TABLE t (a int); CREATE VIEW v AS SELECT a FROM t; CREATE TRIGGER g INSTEAD OF INSERT ON v FOR EACH ROW EXECUTE FUNCTION f();
---
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN new; END';
CREATE TABLE t (a bigint); CREATE VIEW v AS SELECT a FROM t; CREATE TRIGGER g INSTEAD OF INSERT ON v FOR EACH ROW EXECUTE FUNCTION f();

-- # materialized view: added
CREATE TABLE t (a int);
---
CREATE TABLE t (a int); CREATE MATERIALIZED VIEW m AS SELECT a, count(*) AS n FROM t GROUP BY a; CREATE UNIQUE INDEX i ON m (a); COMMENT ON MATERIALIZED VIEW m IS 'm';

-- # materialized view: index and comment
CREATE TABLE t (a int, b int); CREATE MATERIALIZED VIEW m AS SELECT a, b FROM t; CREATE INDEX i ON m (a); COMMENT ON INDEX i IS 'i';
---
CREATE TABLE t (a int, b int); CREATE MATERIALIZED VIEW m AS SELECT a, b FROM t; CREATE INDEX j ON m (b); COMMENT ON MATERIALIZED VIEW m IS 'm';

-- # materialized view: from view
CREATE TABLE t (a int); CREATE VIEW v AS SELECT a FROM t;
---
CREATE TABLE t (a int); CREATE MATERIALIZED VIEW v AS SELECT a FROM t;

-- # materialized view: its column changes type
CREATE TABLE t (a int); CREATE MATERIALIZED VIEW m AS SELECT a FROM t; CREATE INDEX i ON m (a); CREATE VIEW v AS SELECT a FROM m;
---
CREATE TABLE t (a bigint); CREATE MATERIALIZED VIEW m AS SELECT a FROM t; CREATE INDEX i ON m (a); CREATE VIEW v AS SELECT a FROM m;

-- # function: added
---
CREATE FUNCTION f(a int, b text DEFAULT 'x') RETURNS TABLE (x int, y text) LANGUAGE sql STABLE AS $$SELECT a, b$$; COMMENT ON FUNCTION f(int, text) IS 'f';

-- # function: another body
CREATE FUNCTION f(a int) RETURNS int LANGUAGE sql AS $$SELECT a$$;
---
CREATE FUNCTION f(a int) RETURNS int LANGUAGE plpgsql IMMUTABLE AS $$BEGIN RETURN a + 1; END$$;

-- # function: another argument name
CREATE FUNCTION f(a int) RETURNS int LANGUAGE sql AS $$SELECT 1$$;
---
CREATE FUNCTION f(b int) RETURNS int LANGUAGE sql AS $$SELECT 1$$;

-- # function: another default
CREATE FUNCTION f(a int DEFAULT 1) RETURNS int LANGUAGE sql AS $$SELECT a$$;
---
CREATE FUNCTION f(a int) RETURNS int LANGUAGE sql AS $$SELECT a$$;

-- # function: overloaded
CREATE FUNCTION f(a int) RETURNS int LANGUAGE sql AS $$SELECT a$$;
---
CREATE FUNCTION f(a int) RETURNS int LANGUAGE sql AS $$SELECT a$$; CREATE FUNCTION f(a text) RETURNS text LANGUAGE sql AS $$SELECT a$$;

-- # function: comment
CREATE FUNCTION f() RETURNS int LANGUAGE sql AS $$SELECT 1$$; COMMENT ON FUNCTION f() IS 'x';
---
CREATE FUNCTION f() RETURNS int LANGUAGE sql AS $$SELECT 1$$;

-- # function: becomes a procedure
CREATE FUNCTION f() RETURNS void LANGUAGE sql AS $$SELECT 1$$;
---
CREATE PROCEDURE f() LANGUAGE sql AS $$SELECT 1$$; COMMENT ON PROCEDURE f() IS 'p';

-- # function: reads a new table in its text
---
CREATE TABLE z (a int); CREATE FUNCTION f() RETURNS bigint LANGUAGE sql AS $$SELECT count(*) FROM z$$;

-- # function: of a new row type
---
CREATE TABLE z (a int); CREATE FUNCTION f(z z) RETURNS int LANGUAGE sql AS $$SELECT z.a$$; CREATE VIEW v AS SELECT f(z) AS a FROM z;

-- # function: with a parsed body
CREATE TABLE z (a int);
---
CREATE TABLE z (a int); CREATE FUNCTION f() RETURNS bigint LANGUAGE sql BEGIN ATOMIC SELECT count(a) FROM z; END;

-- # function: as a default, replaced
CREATE FUNCTION f(a int) RETURNS int LANGUAGE sql AS $$SELECT a$$; CREATE TABLE t (a int DEFAULT f(1));
---
CREATE FUNCTION f(b int) RETURNS int LANGUAGE sql AS $$SELECT b$$; CREATE TABLE t (a int DEFAULT f(1));

-- # function: as a default, another one
CREATE FUNCTION f() RETURNS int LANGUAGE sql AS $$SELECT 1$$; CREATE TABLE t (a int DEFAULT f());
---
CREATE FUNCTION g() RETURNS int LANGUAGE sql AS $$SELECT 1$$; CREATE TABLE t (a int DEFAULT g());

-- # function: in check, index and generated column, replaced
CREATE FUNCTION f(a int) RETURNS int LANGUAGE sql IMMUTABLE AS $$SELECT a$$;
CREATE TABLE t (a int CHECK (f(a) > 0), b int GENERATED ALWAYS AS (f(1)) STORED); CREATE INDEX i ON t (f(a));
---
CREATE FUNCTION f(b int) RETURNS int LANGUAGE sql IMMUTABLE AS $$SELECT b$$;
CREATE TABLE t (a int CHECK (f(a) > 0), b int GENERATED ALWAYS AS (f(1)) STORED); CREATE INDEX i ON t (f(a));

-- # function: calls another in its text
---
CREATE FUNCTION z() RETURNS int LANGUAGE sql AS $$SELECT 1$$; CREATE FUNCTION a() RETURNS int LANGUAGE sql AS $$SELECT z()$$;

-- # function: in a default of a table that it reads
---
CREATE FUNCTION f() RETURNS int LANGUAGE plpgsql AS $$BEGIN RETURN (SELECT count(*) FROM t); END$$; CREATE TABLE t (a int DEFAULT f());

-- # trigger: added
CREATE TABLE t (a int, u timestamptz);
---
CREATE TABLE t (a int, u timestamptz); CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN new.u := now(); RETURN new; END';
CREATE TRIGGER g BEFORE UPDATE ON t FOR EACH ROW EXECUTE FUNCTION f(); COMMENT ON TRIGGER g ON t IS 'g';

-- # trigger: changed
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN new; END'; CREATE TABLE t (a int);
CREATE TRIGGER g BEFORE UPDATE ON t FOR EACH ROW EXECUTE FUNCTION f();
---
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN new; END'; CREATE TABLE t (a int);
CREATE TRIGGER g AFTER INSERT OR UPDATE OF a ON t FOR EACH ROW WHEN (new.a > 1) EXECUTE FUNCTION f('x');

-- # trigger: firing and comment
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN new; END'; CREATE TABLE t (a int);
CREATE TRIGGER g BEFORE UPDATE ON t FOR EACH ROW EXECUTE FUNCTION f();
---
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN new; END'; CREATE TABLE t (a int);
CREATE TRIGGER g BEFORE UPDATE ON t FOR EACH ROW EXECUTE FUNCTION f(); ALTER TABLE t DISABLE TRIGGER g; COMMENT ON TRIGGER g ON t IS 'off';

-- # trigger: its column changes type
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN new; END'; CREATE TABLE t (a int);
CREATE TRIGGER g BEFORE UPDATE OF a ON t FOR EACH ROW WHEN (new.a > 0) EXECUTE FUNCTION f();
---
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN new; END'; CREATE TABLE t (a bigint);
CREATE TRIGGER g BEFORE UPDATE OF a ON t FOR EACH ROW WHEN (new.a > 0) EXECUTE FUNCTION f();

-- # trigger: with its table
---
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END'; CREATE TABLE t (a int);
CREATE CONSTRAINT TRIGGER g AFTER INSERT ON t DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION f();
CREATE TRIGGER h AFTER TRUNCATE ON t FOR EACH STATEMENT EXECUTE FUNCTION f();

-- # trigger: with transition tables
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END'; CREATE TABLE t (a int);
---
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END'; CREATE TABLE t (a int);
CREATE TRIGGER g AFTER UPDATE ON t REFERENCING OLD TABLE AS o NEW TABLE AS n FOR EACH STATEMENT EXECUTE FUNCTION f();

-- # trigger: on a partitioned table
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END';
CREATE TABLE t (a int) PARTITION BY LIST (a); CREATE TABLE t1 PARTITION OF t DEFAULT;
---
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END';
CREATE TABLE t (a int) PARTITION BY LIST (a); CREATE TABLE t1 PARTITION OF t DEFAULT;
CREATE TRIGGER g AFTER INSERT ON t FOR EACH ROW EXECUTE FUNCTION f();

-- # extension: its type as a column
CREATE TABLE t (a text);
---
CREATE EXTENSION citext; CREATE TABLE t (a citext UNIQUE);

-- # extension: its operator class
CREATE TABLE t (a text);
---
CREATE EXTENSION pg_trgm; CREATE TABLE t (a text); CREATE INDEX i ON t USING gin (a gin_trgm_ops);

-- # extension: its function as a default
CREATE TABLE t (a uuid);
---
CREATE EXTENSION "uuid-ossp"; CREATE TABLE t (a uuid DEFAULT uuid_generate_v4());

-- # mixture: a small application grows
CREATE TYPE role AS ENUM ('owner', 'viewer');
CREATE TABLE tenants (id uuid PRIMARY KEY, name varchar(100) NOT NULL);
CREATE TABLE users (id uuid PRIMARY KEY, tenant_id uuid NOT NULL REFERENCES tenants, email varchar(200) NOT NULL, role role NOT NULL DEFAULT 'viewer');
CREATE INDEX users_tenant ON users (tenant_id);
CREATE VIEW owners AS SELECT id, email FROM users WHERE role = 'owner';
---
CREATE TYPE role AS ENUM ('owner', 'editor', 'viewer');
CREATE TABLE tenants (id uuid PRIMARY KEY, name varchar(200) NOT NULL, code text NOT NULL UNIQUE, created_at timestamptz NOT NULL DEFAULT now());
CREATE TABLE users (id uuid PRIMARY KEY, tenant_id uuid NOT NULL REFERENCES tenants ON DELETE CASCADE, email text NOT NULL, role role NOT NULL DEFAULT 'viewer', UNIQUE (tenant_id, email));
CREATE TABLE projects (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, tenant_id uuid NOT NULL REFERENCES tenants, name text NOT NULL, meta jsonb NOT NULL DEFAULT '{}');
CREATE TABLE members (project_id bigint REFERENCES projects ON DELETE CASCADE, user_id uuid REFERENCES users ON DELETE CASCADE, PRIMARY KEY (project_id, user_id));
CREATE INDEX projects_meta ON projects USING gin (meta);
CREATE VIEW owners AS SELECT id, email FROM users WHERE role = 'owner';

-- # mixture: current version of a node
CREATE TABLE nodes (id int PRIMARY KEY, name text);
---
CREATE TABLE nodes (id int PRIMARY KEY, name text NOT NULL, current_version_id int);
CREATE TABLE versions (id int PRIMARY KEY, node_id int NOT NULL CONSTRAINT versions_node REFERENCES nodes ON DELETE CASCADE);
ALTER TABLE nodes ADD CONSTRAINT nodes_current FOREIGN KEY (current_version_id) REFERENCES versions;

-- # mixture: everything goes
CREATE TYPE e AS ENUM ('a'); CREATE DOMAIN d AS int; CREATE TYPE c AS (x e); CREATE SEQUENCE s;
CREATE FUNCTION f(c) RETURNS e LANGUAGE sql AS 'SELECT ($1).x';
CREATE TABLE a (id serial PRIMARY KEY, e e DEFAULT 'a', d d, c c); CREATE TABLE b (a_id int REFERENCES a, n int DEFAULT nextval('s'));
CREATE VIEW v AS SELECT f(c) AS x, n FROM a JOIN b ON a_id = id; CREATE MATERIALIZED VIEW m AS SELECT * FROM v; CREATE INDEX i ON m (n);
---

-- # enum: in arrays under a foreign key
CREATE TYPE mood AS ENUM ('sad', 'ok', 'glad'); CREATE TABLE a (e mood[] CONSTRAINT a_e UNIQUE); CREATE TABLE b (e mood[] CONSTRAINT b_a REFERENCES a (e));
---
CREATE TYPE mood AS ENUM ('ok', 'glad'); CREATE TABLE a (e mood[] CONSTRAINT a_e UNIQUE); CREATE TABLE b (e mood[] CONSTRAINT b_a REFERENCES a (e));

-- # enum: under a foreign key
CREATE TYPE mood AS ENUM ('sad', 'ok', 'glad'); CREATE TABLE a (e mood CONSTRAINT a_e UNIQUE); CREATE TABLE b (e mood CONSTRAINT b_a REFERENCES a (e));
---
CREATE TYPE mood AS ENUM ('ok', 'glad'); CREATE TABLE a (e mood CONSTRAINT a_e UNIQUE); CREATE TABLE b (e mood CONSTRAINT b_a REFERENCES a (e));

-- # sequence: counts down
CREATE SEQUENCE s; CREATE TABLE t (id int GENERATED ALWAYS AS IDENTITY);
---
CREATE SEQUENCE s INCREMENT BY -1; CREATE TABLE t (id int GENERATED ALWAYS AS IDENTITY (INCREMENT BY -1));

-- # enum: below a domain, and under keys
CREATE TYPE mood AS ENUM ('sad', 'ok', 'glad'); CREATE DOMAIN dm AS mood; CREATE TABLE a (d dm CONSTRAINT a_key PRIMARY KEY, e mood[] CONSTRAINT a_e UNIQUE, x int); CREATE INDEX i ON a (x) INCLUDE (d);
CREATE TABLE b (e mood[] CONSTRAINT b_a REFERENCES a (e));
---
CREATE TYPE mood AS ENUM ('ok', 'glad'); CREATE DOMAIN dm AS mood; CREATE TABLE a (d dm CONSTRAINT a_key PRIMARY KEY, e mood[] CONSTRAINT a_e UNIQUE, x int); CREATE INDEX i ON a (x) INCLUDE (d);
CREATE TABLE b (e mood[] CONSTRAINT b_a REFERENCES a (e));
