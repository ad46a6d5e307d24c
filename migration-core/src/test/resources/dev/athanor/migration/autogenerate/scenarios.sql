-- # new table with keys, an index and comments
CREATE TABLE users (id bigint PRIMARY KEY);
---
CREATE TABLE users (id bigint PRIMARY KEY);
CREATE TABLE orders (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  user_id bigint NOT NULL REFERENCES users ON DELETE CASCADE,
  note text DEFAULT 'none'
);
CREATE INDEX orders_by_user ON orders (user_id);
COMMENT ON TABLE orders IS 'what was ordered';
---
-- @upgrade
CREATE TABLE orders (
    id bigint GENERATED ALWAYS AS IDENTITY,
    user_id bigint NOT NULL,
    note text DEFAULT 'none',
    CONSTRAINT orders_pkey PRIMARY KEY (id),
    CONSTRAINT orders_user_id_fkey FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE
);

CREATE INDEX orders_by_user ON orders (user_id);

COMMENT ON TABLE orders IS 'what was ordered';

-- @downgrade
DROP TABLE orders;

-- # column dropped
CREATE TABLE users (id bigint PRIMARY KEY, age int NOT NULL DEFAULT 18, name text);
---
CREATE TABLE users (id bigint PRIMARY KEY, name text);
---
-- @upgrade
-- Destructive: the downgrade does not bring back what is lost here.
ALTER TABLE users DROP COLUMN age;

-- @downgrade
-- Lesser finding, since PostgreSQL cannot move columns:
-- table users: columns in the order id, name, age instead of id, age, name.

ALTER TABLE users ADD COLUMN age integer NOT NULL DEFAULT 18;

-- # column renamed, or so it seems
CREATE TABLE users (id bigint PRIMARY KEY, name varchar(80) NOT NULL);
---
CREATE TABLE users (id bigint PRIMARY KEY, full_name varchar(80) NOT NULL);
---
-- @upgrade
-- Is column users.full_name a new name for column users.name?
-- If so, write this in place of adding the one and dropping the other:
--     ALTER TABLE users RENAME COLUMN name TO full_name;

ALTER TABLE users ADD COLUMN full_name character varying(80) NOT NULL;

-- Destructive: the downgrade does not bring back what is lost here.
ALTER TABLE users DROP COLUMN name;

-- @downgrade
-- Is column users.full_name a new name for column users.name?
-- If so, write this here:
--     ALTER TABLE users RENAME COLUMN full_name TO name;

-- Fails where table users has rows: column name is required and has no default.
-- Give it a default here and drop that again, if you downgrade with rows.
ALTER TABLE users ADD COLUMN name character varying(80) NOT NULL;

ALTER TABLE users DROP COLUMN full_name;

-- # table renamed, or so it seems
CREATE TABLE people (id bigint PRIMARY KEY, name text, age int);
---
CREATE TABLE persons (id bigint PRIMARY KEY, name text, age int);
---
-- @upgrade
-- Is table persons a new name for table people?
-- If so, write this in place of adding the one and dropping the other:
--     ALTER TABLE people RENAME TO persons;

CREATE TABLE persons (
    id bigint,
    name text,
    age integer,
    CONSTRAINT persons_pkey PRIMARY KEY (id)
);

-- Destructive: the downgrade does not bring back what is lost here.
DROP TABLE people;

-- @downgrade
-- Is table persons a new name for table people?
-- If so, write this here:
--     ALTER TABLE persons RENAME TO people;

CREATE TABLE people (
    id bigint,
    name text,
    age integer,
    CONSTRAINT people_pkey PRIMARY KEY (id)
);

DROP TABLE persons;

-- # enum value added
CREATE TYPE mood AS ENUM ('sad', 'happy');
CREATE TABLE users (id bigint PRIMARY KEY, mood mood DEFAULT 'sad');
---
CREATE TYPE mood AS ENUM ('sad', 'ok', 'happy');
CREATE TABLE users (id bigint PRIMARY KEY, mood mood DEFAULT 'sad');
---
-- @upgrade
ALTER TYPE mood ADD VALUE 'ok' AFTER 'sad';

-- @downgrade
-- Fails where rows hold 'ok', which the upgrade allows.
ALTER TYPE mood RENAME TO mood_old;

CREATE TYPE mood AS ENUM ('sad', 'happy');

ALTER TABLE users
    ALTER COLUMN mood DROP DEFAULT,
    ALTER COLUMN mood TYPE mood USING mood::text::mood,
    ALTER COLUMN mood SET DEFAULT 'sad'::mood;

DROP TYPE mood_old;

-- # enum value renamed, or so it seems
CREATE TYPE mood AS ENUM ('sad', 'happy');
CREATE TABLE users (id bigint PRIMARY KEY, mood mood);
---
CREATE TYPE mood AS ENUM ('sad', 'glad');
CREATE TABLE users (id bigint PRIMARY KEY, mood mood);
---
-- @upgrade
-- Is enum type mood.glad a new name for enum type mood.happy?
-- If so, write this in place of adding the one and dropping the other:
--     ALTER TYPE mood RENAME VALUE 'happy' TO 'glad';

ALTER TYPE mood RENAME TO mood_old;

CREATE TYPE mood AS ENUM ('sad', 'glad');

ALTER TABLE users ALTER COLUMN mood TYPE mood USING mood::text::mood;

DROP TYPE mood_old;

-- @downgrade
-- Is enum type mood.glad a new name for enum type mood.happy?
-- If so, write this here:
--     ALTER TYPE mood RENAME VALUE 'glad' TO 'happy';

-- Fails where rows hold 'glad', which the upgrade allows.
ALTER TYPE mood RENAME TO mood_old;

CREATE TYPE mood AS ENUM ('sad', 'happy');

ALTER TABLE users ALTER COLUMN mood TYPE mood USING mood::text::mood;

DROP TYPE mood_old;

-- # tables that refer to each other
CREATE TABLE other (id int);
---
CREATE TABLE other (id int);
CREATE TABLE a (id int PRIMARY KEY, b_id int);
CREATE TABLE b (id int PRIMARY KEY, a_id int REFERENCES a);
ALTER TABLE a ADD CONSTRAINT a_b FOREIGN KEY (b_id) REFERENCES b DEFERRABLE INITIALLY DEFERRED;
---
-- @upgrade
CREATE TABLE b (
    id integer,
    a_id integer,
    CONSTRAINT b_pkey PRIMARY KEY (id)
);

CREATE TABLE a (
    id integer,
    b_id integer,
    CONSTRAINT a_pkey PRIMARY KEY (id),
    CONSTRAINT a_b FOREIGN KEY (b_id) REFERENCES b (id) DEFERRABLE INITIALLY DEFERRED
);

ALTER TABLE b
    ADD CONSTRAINT b_a_id_fkey FOREIGN KEY (a_id) REFERENCES a (id);

-- @downgrade
ALTER TABLE b DROP CONSTRAINT b_a_id_fkey;

DROP TABLE a;

DROP TABLE b;

-- # view over a column whose type changes (16)
CREATE TABLE users (id int PRIMARY KEY, name text);
CREATE VIEW names AS SELECT id, upper(name) AS name FROM users;
---
CREATE TABLE users (id bigint PRIMARY KEY, name text);
CREATE VIEW names AS SELECT id, upper(name) AS name FROM users;
---
-- @upgrade
DROP VIEW names;

ALTER TABLE users ALTER COLUMN id TYPE bigint;

CREATE VIEW names AS
SELECT id,
    upper(name) AS name
   FROM users;

-- @downgrade
DROP VIEW names;

-- Fails where rows hold a value in column id that does not fit its former type.
ALTER TABLE users ALTER COLUMN id TYPE integer;

CREATE VIEW names AS
SELECT id,
    upper(name) AS name
   FROM users;

-- # partial index gets another predicate
CREATE TABLE users (id int PRIMARY KEY, mail text, gone boolean);
CREATE UNIQUE INDEX users_mail ON users (lower(mail)) WHERE NOT gone;
---
CREATE TABLE users (id int PRIMARY KEY, mail text, gone boolean);
CREATE UNIQUE INDEX users_mail ON users (lower(mail)) WHERE gone IS NOT TRUE;
---
-- @upgrade
DROP INDEX users_mail;

CREATE UNIQUE INDEX users_mail ON users (lower(mail)) WHERE gone IS NOT TRUE;

-- @downgrade
DROP INDEX users_mail;

-- Fails where rows break this rule, which the upgrade allows.
CREATE UNIQUE INDEX users_mail ON users (lower(mail)) WHERE NOT gone;

-- # names that nobody chose
CREATE TABLE roles (id int CONSTRAINT pk_roles PRIMARY KEY);
CREATE TABLE users (id int CONSTRAINT pk_users PRIMARY KEY, mail text CONSTRAINT uq_mail UNIQUE, role_id int CONSTRAINT fk_role REFERENCES roles);
---
CREATE TABLE roles (id int PRIMARY KEY);
CREATE TABLE users (id int PRIMARY KEY, mail text UNIQUE, role_id int REFERENCES roles, code text UNIQUE);
---
-- @upgrade
ALTER TABLE users ADD COLUMN code text;

ALTER TABLE users
    ADD CONSTRAINT users_code_key UNIQUE (code);

-- @downgrade
ALTER TABLE users DROP CONSTRAINT users_code_key;

ALTER TABLE users DROP COLUMN code;

-- # index and foreign key on a table with rows
CREATE TABLE users (id int PRIMARY KEY);
CREATE TABLE orders (id int PRIMARY KEY, user_id int, price int);
INSERT INTO users VALUES (1);
INSERT INTO orders VALUES (1, 1, 5);
---
CREATE TABLE users (id int PRIMARY KEY);
CREATE TABLE orders (id int PRIMARY KEY, user_id int REFERENCES users, price int CONSTRAINT paid CHECK (price > 0));
CREATE INDEX orders_by_user ON orders (user_id);
---
-- @upgrade
-- What reads all rows of a table that has some follows in the next revision, outside of a transaction.

ALTER TABLE orders
    ADD CONSTRAINT paid CHECK (price > 0) NOT VALID;

ALTER TABLE orders
    ADD CONSTRAINT orders_user_id_fkey FOREIGN KEY (user_id) REFERENCES users (id) NOT VALID;

-- @downgrade
ALTER TABLE orders DROP CONSTRAINT orders_user_id_fkey;

ALTER TABLE orders DROP CONSTRAINT paid;
==
-- @upgrade transaction=none
-- Outside of a transaction, so that writers to these tables do not wait meanwhile.

ALTER TABLE orders VALIDATE CONSTRAINT paid;

CREATE INDEX CONCURRENTLY orders_by_user ON orders (user_id);

ALTER TABLE orders VALIDATE CONSTRAINT orders_user_id_fkey;

-- @downgrade transaction=none
ALTER TABLE orders
    DROP CONSTRAINT orders_user_id_fkey,
    ADD CONSTRAINT orders_user_id_fkey FOREIGN KEY (user_id) REFERENCES users (id) NOT VALID;

DROP INDEX CONCURRENTLY orders_by_user;

ALTER TABLE orders
    DROP CONSTRAINT paid,
    ADD CONSTRAINT paid CHECK (price > 0) NOT VALID;

-- # index only, on a table with rows
CREATE TABLE users (id int PRIMARY KEY, name text);
INSERT INTO users VALUES (1, 'a');
---
CREATE TABLE users (id int PRIMARY KEY, name text);
CREATE INDEX users_name ON users (name);
---
-- @upgrade transaction=none
-- Outside of a transaction, so that writers to these tables do not wait meanwhile.

CREATE INDEX CONCURRENTLY users_name ON users (name);

-- @downgrade transaction=none
DROP INDEX CONCURRENTLY users_name;

-- # nullability and default
CREATE TABLE users (id int PRIMARY KEY, name text, at timestamptz);
---
CREATE TABLE users (id int PRIMARY KEY, name text NOT NULL, at timestamptz DEFAULT now());
---
-- @upgrade
ALTER TABLE users ALTER COLUMN name SET NOT NULL;

ALTER TABLE users ALTER COLUMN at SET DEFAULT now();

-- @downgrade
ALTER TABLE users ALTER COLUMN at DROP DEFAULT;

ALTER TABLE users ALTER COLUMN name DROP NOT NULL;

-- # check constraint gets another rule
CREATE TABLE users (id int PRIMARY KEY, age int CONSTRAINT adult CHECK (age >= 18));
---
CREATE TABLE users (id int PRIMARY KEY, age int CONSTRAINT adult CHECK (age >= 21));
---
-- @upgrade
ALTER TABLE users DROP CONSTRAINT adult;

ALTER TABLE users
    ADD CONSTRAINT adult CHECK (age >= 21);

-- @downgrade
ALTER TABLE users DROP CONSTRAINT adult;

-- Fails where rows break this rule, which the upgrade allows.
ALTER TABLE users
    ADD CONSTRAINT adult CHECK (age >= 18);

-- # function, trigger and sequence
CREATE TABLE users (id int PRIMARY KEY, at timestamptz);
---
CREATE SEQUENCE tickets INCREMENT BY 10;
CREATE TABLE users (id int PRIMARY KEY, at timestamptz);
CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.at := now(); RETURN NEW; END $$;
CREATE TRIGGER touching BEFORE UPDATE ON users FOR EACH ROW EXECUTE FUNCTION touch();
---
-- @upgrade
CREATE SEQUENCE tickets INCREMENT BY 10;

CREATE OR REPLACE FUNCTION touch()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$ BEGIN NEW.at := now(); RETURN NEW; END $function$;

CREATE TRIGGER touching BEFORE UPDATE ON users FOR EACH ROW EXECUTE FUNCTION touch();

-- @downgrade
DROP TRIGGER touching ON users;

DROP FUNCTION touch();

DROP SEQUENCE tickets;

-- # columns in another order
CREATE TABLE users (b int, a int);
CREATE TABLE other (x int);
---
CREATE TABLE users (a int, b int, c int);
CREATE TABLE other (x int);
---
-- @upgrade
-- Lesser finding, since PostgreSQL cannot move columns:
-- table users: columns in the order b, a, c instead of a, b, c.

ALTER TABLE users ADD COLUMN c integer;

-- @downgrade
ALTER TABLE users DROP COLUMN c;

-- # join table
CREATE TABLE users (id int PRIMARY KEY);
CREATE TABLE roles (id int PRIMARY KEY);
---
CREATE TABLE users (id int PRIMARY KEY);
CREATE TABLE roles (id int PRIMARY KEY);
CREATE TABLE user_roles (user_id int REFERENCES users, role_id int REFERENCES roles, PRIMARY KEY (user_id, role_id));
---
-- @upgrade
CREATE TABLE user_roles (
    user_id integer,
    role_id integer,
    CONSTRAINT user_roles_pkey PRIMARY KEY (user_id, role_id),
    CONSTRAINT user_roles_role_id_fkey FOREIGN KEY (role_id) REFERENCES roles (id),
    CONSTRAINT user_roles_user_id_fkey FOREIGN KEY (user_id) REFERENCES users (id)
);

-- @downgrade
DROP TABLE user_roles;

-- # comments
CREATE TABLE users (id int PRIMARY KEY, name text);
COMMENT ON COLUMN users.name IS 'old';
---
CREATE TABLE users (id int PRIMARY KEY, name text);
COMMENT ON TABLE users IS 'people';
COMMENT ON COLUMN users.name IS 'what they are''called';
---
-- @upgrade
COMMENT ON COLUMN users.name IS 'what they are''called';

COMMENT ON TABLE users IS 'people';

-- @downgrade
COMMENT ON TABLE users IS NULL;

COMMENT ON COLUMN users.name IS 'old';

-- # generated column and collation
CREATE TABLE users (id int PRIMARY KEY, name text);
---
CREATE TABLE users (id int PRIMARY KEY, name text COLLATE "C", loud text GENERATED ALWAYS AS (upper(name)) STORED);
---
-- @upgrade
ALTER TABLE users ALTER COLUMN name TYPE text COLLATE "C";

ALTER TABLE users ADD COLUMN loud text GENERATED ALWAYS AS (upper(name)) STORED;

-- @downgrade
ALTER TABLE users DROP COLUMN loud;

ALTER TABLE users ALTER COLUMN name TYPE text;

-- # foreign key gets another action
CREATE TABLE users (id int PRIMARY KEY);
CREATE TABLE orders (id int PRIMARY KEY, user_id int CONSTRAINT of_user REFERENCES users);
---
CREATE TABLE users (id int PRIMARY KEY);
CREATE TABLE orders (id int PRIMARY KEY, user_id int CONSTRAINT of_user REFERENCES users ON DELETE SET NULL);
---
-- @upgrade
ALTER TABLE orders DROP CONSTRAINT of_user;

ALTER TABLE orders
    ADD CONSTRAINT of_user FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE SET NULL;

-- @downgrade
ALTER TABLE orders DROP CONSTRAINT of_user;

ALTER TABLE orders
    ADD CONSTRAINT of_user FOREIGN KEY (user_id) REFERENCES users (id);

-- # table with rows dropped
CREATE TABLE users (id int PRIMARY KEY);
CREATE TABLE orders (id int PRIMARY KEY, user_id int REFERENCES users);
INSERT INTO users VALUES (1);
INSERT INTO orders VALUES (1, 1);
---
CREATE TABLE users (id int PRIMARY KEY);
---
-- @upgrade
-- Destructive: the downgrade does not bring back what is lost here.
DROP TABLE orders;

-- @downgrade
CREATE TABLE orders (
    id integer,
    user_id integer,
    CONSTRAINT orders_pkey PRIMARY KEY (id),
    CONSTRAINT orders_user_id_fkey FOREIGN KEY (user_id) REFERENCES users (id)
);

-- # domain and names that need quotes
CREATE TABLE "User Data" ("select" int PRIMARY KEY);
---
CREATE DOMAIN positive AS int CHECK (VALUE > 0);
CREATE TABLE "User Data" ("select" int PRIMARY KEY, "Größe" positive);
---
-- @upgrade
CREATE DOMAIN positive AS integer
    CONSTRAINT positive_check CHECK (VALUE > 0);

ALTER TABLE "User Data" ADD COLUMN "Größe" positive;

-- @downgrade
ALTER TABLE "User Data" DROP COLUMN "Größe";

DROP DOMAIN positive;

-- # serial becomes an identity, and its numbers go on
CREATE TABLE t (id serial PRIMARY KEY);
---
CREATE TABLE t (id integer GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY);
---
-- @upgrade
ALTER TABLE t ALTER COLUMN id DROP DEFAULT;

ALTER SEQUENCE t_id_seq OWNED BY NONE;

ALTER SEQUENCE t_id_seq RENAME TO t_id_seq_old;

ALTER TABLE t ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY;

SELECT setval(pg_get_serial_sequence('t', 'id'), number, called)
FROM (
    SELECT last_value, is_called FROM t_id_seq_old
    UNION ALL SELECT max(id), true FROM t
    ORDER BY 1 DESC NULLS LAST, 2 DESC LIMIT 1) AS numbers (number, called);

-- Destructive: the downgrade does not bring back what is lost here.
DROP SEQUENCE t_id_seq_old;

-- @downgrade
CREATE SEQUENCE t_id_seq_new AS integer;

DO $$
BEGIN
    LOCK TABLE t IN ACCESS EXCLUSIVE MODE;
    EXECUTE format('SELECT setval(''t_id_seq_new'', number, called)
FROM (
    SELECT last_value, is_called FROM %1$s
    UNION ALL SELECT max(id), true FROM t
    ORDER BY 1 DESC NULLS LAST, 2 DESC LIMIT 1) AS numbers (number, called)',
        pg_get_serial_sequence('t', 'id'));
END
$$;

ALTER TABLE t ALTER COLUMN id DROP IDENTITY;

ALTER SEQUENCE t_id_seq_new RENAME TO t_id_seq;

ALTER SEQUENCE t_id_seq OWNED BY t.id;

ALTER TABLE t ALTER COLUMN id SET DEFAULT nextval('t_id_seq');

-- # a generated column becomes plain, and keeps its values
CREATE TABLE t (a integer, total integer GENERATED ALWAYS AS (a * 2) STORED);
---
CREATE TABLE t (a integer, total integer);
---
-- @upgrade
ALTER TABLE t ALTER COLUMN total DROP EXPRESSION;

-- @downgrade
ALTER TABLE t DROP COLUMN total;

ALTER TABLE t ADD COLUMN total integer GENERATED ALWAYS AS (a * 2) STORED;

-- # the check of a domain in an array changes
CREATE DOMAIN pos AS integer CONSTRAINT pos_check CHECK (VALUE > 0);
CREATE TABLE t (a pos[]);
---
CREATE DOMAIN pos AS integer CONSTRAINT pos_check CHECK (VALUE > 1);
CREATE TABLE t (a pos[]);
---
-- @upgrade
ALTER TABLE t ALTER COLUMN a TYPE integer[];

DROP DOMAIN pos;

CREATE DOMAIN pos AS integer
    CONSTRAINT pos_check CHECK (VALUE > 1);

ALTER TABLE t ALTER COLUMN a TYPE pos[];

-- @downgrade
ALTER TABLE t ALTER COLUMN a TYPE integer[];

DROP DOMAIN pos;

CREATE DOMAIN pos AS integer
    CONSTRAINT pos_check CHECK (VALUE > 0);

-- Fails where rows hold a value in column a that does not fit its former type.
ALTER TABLE t ALTER COLUMN a TYPE pos[];
