-- # required column, and an index on it, beside others
CREATE TABLE users (id bigint PRIMARY KEY, name text);
INSERT INTO users VALUES (1, 'x');
---
CREATE TABLE users (id bigint PRIMARY KEY, name text, mail varchar(80) NOT NULL, age int);
CREATE UNIQUE INDEX users_by_mail ON users (mail);
CREATE TABLE notes (id bigint PRIMARY KEY);
---
-- @upgrade
CREATE TABLE notes (
    id bigint,
    CONSTRAINT notes_pkey PRIMARY KEY (id)
);

ALTER TABLE users ADD COLUMN age integer;

-- To decide: Column users.mail is required and has no default, and table users has rows.
-- Decide which value these rows get: it stands in the UPDATE.
-- For a large table, move the UPDATE into a separate revision that runs in batches.
-- Then uncomment these statements, and those of the downgrade:
--     ALTER TABLE users ADD COLUMN mail character varying(80);
--     UPDATE users SET mail = '' WHERE mail IS NULL;
--     ALTER TABLE users ALTER COLUMN mail SET NOT NULL;
--     CREATE UNIQUE INDEX users_by_mail ON users (mail);

-- @downgrade
-- Uncomment this with the statements of the upgrade for column users.mail:
--     DROP INDEX users_by_mail;
--     ALTER TABLE users DROP COLUMN mail;

ALTER TABLE users DROP COLUMN age;

DROP TABLE notes;

-- # nothing but a required column
CREATE TABLE users (id bigint PRIMARY KEY);
INSERT INTO users VALUES (1);
---
CREATE TABLE users (id bigint PRIMARY KEY, since timestamptz NOT NULL);
---
-- @upgrade
-- To decide: Column users.since is required and has no default, and table users has rows.
-- Decide which value these rows get: it stands in the UPDATE.
-- For a large table, move the UPDATE into a separate revision that runs in batches.
-- Then uncomment these statements, and those of the downgrade:
--     ALTER TABLE users ADD COLUMN since timestamp with time zone;
--     UPDATE users SET since = CURRENT_TIMESTAMP WHERE since IS NULL;
--     ALTER TABLE users ALTER COLUMN since SET NOT NULL;

-- @downgrade
-- Uncomment this with the statements of the upgrade for column users.since:
--     ALTER TABLE users DROP COLUMN since;

-- # column that becomes required
CREATE TABLE users (id bigint PRIMARY KEY, name text);
INSERT INTO users VALUES (1, NULL);
---
CREATE TABLE users (id bigint PRIMARY KEY, name text NOT NULL DEFAULT 'none');
---
-- @upgrade
ALTER TABLE users ALTER COLUMN name SET DEFAULT 'none';

-- To decide: Column users.name becomes required, and rows of table users hold null in it.
-- Decide which value these rows get: it stands in the UPDATE.
-- For a large table, move the UPDATE into a separate revision that runs in batches.
-- Then uncomment these statements, and those of the downgrade:
--     UPDATE users SET name = 'none'::text WHERE name IS NULL;
--     ALTER TABLE users ALTER COLUMN name SET NOT NULL;

-- @downgrade
-- Uncomment this with the statements of the upgrade for column users.name:
--     ALTER TABLE users ALTER COLUMN name DROP NOT NULL;

ALTER TABLE users ALTER COLUMN name DROP DEFAULT;

-- # type that values do not fit
CREATE TABLE users (id bigint PRIMARY KEY, age text, name varchar(80) NOT NULL, seen boolean);
INSERT INTO users VALUES (1, 'old', 'a name that is too long', true);
---
CREATE TABLE users (id bigint PRIMARY KEY, age integer, name varchar(10), seen timestamptz);
CREATE INDEX users_by_age ON users (age);
---
-- @upgrade
ALTER TABLE users ALTER COLUMN name DROP NOT NULL;

-- To decide: PostgreSQL cannot convert column users.age to integer as it is: rows hold values that do not fit.
-- Decide how each value is converted, in the expression after USING, or correct the rows first.
-- Then uncomment these statements, and those of the downgrade:
--     ALTER TABLE users ALTER COLUMN age TYPE integer USING age::integer;
--     CREATE INDEX users_by_age ON users (age);

-- To decide: PostgreSQL cannot convert column users.name to character varying(10) as it is: value too long for type character varying(10).
-- Decide how each value is converted, in the expression after USING, or correct the rows first.
-- Then uncomment these statements, and those of the downgrade:
--     ALTER TABLE users ALTER COLUMN name TYPE character varying(10) USING left(name::text, 10);

-- To decide: PostgreSQL cannot convert column users.seen to timestamp with time zone as it is: rows hold values that do not fit.
-- Decide how each value is converted, in the expression after USING, or correct the rows first.
-- Then uncomment these statements, and those of the downgrade:
--     ALTER TABLE users ALTER COLUMN seen TYPE timestamp with time zone USING seen::text::timestamp with time zone;

-- @downgrade
-- Uncomment this with the statements of the upgrade for column users.seen:
--     ALTER TABLE users ALTER COLUMN seen TYPE boolean USING seen::text::boolean;

-- Uncomment this with the statements of the upgrade for column users.name:
--     ALTER TABLE users ALTER COLUMN name TYPE character varying(80);

-- Uncomment this with the statements of the upgrade for column users.age:
--     DROP INDEX users_by_age;
--     ALTER TABLE users ALTER COLUMN age TYPE text;

-- Fails where rows hold null in column name, which the upgrade allows.
ALTER TABLE users ALTER COLUMN name SET NOT NULL;

-- # keys that rows collide in
CREATE TABLE users (id bigint, mail text);
CREATE TABLE orders (id bigint PRIMARY KEY, user_id bigint, amount int);
INSERT INTO users VALUES (1, 'x'), (1, 'x');
INSERT INTO orders VALUES (1, 2, -1);
---
CREATE TABLE users (id bigint PRIMARY KEY, mail text UNIQUE, age int);
CREATE TABLE orders (id bigint PRIMARY KEY, user_id bigint REFERENCES users, amount int CHECK (amount > 0));
CREATE UNIQUE INDEX users_by_lower_mail ON users (lower(mail)) WHERE mail <> '';
---
-- @upgrade
ALTER TABLE users ADD COLUMN age integer;

ALTER TABLE users ALTER COLUMN id SET NOT NULL;

-- To decide: Rows of table users have the same mail, which constraint users.users_mail_key forbids.
-- Decide what becomes of these rows:
--     SELECT mail, count(*) FROM users GROUP BY mail HAVING count(*) > 1;
-- Then uncomment these statements, and those of the downgrade:
--     ALTER TABLE users
--         ADD CONSTRAINT users_mail_key UNIQUE (mail);

-- To decide: Rows of table users have the same id, which constraint users.users_pkey forbids.
-- Decide what becomes of these rows:
--     SELECT id, count(*) FROM users GROUP BY id HAVING count(*) > 1;
-- Then uncomment these statements, and those of the downgrade:
--     ALTER TABLE users
--         ADD CONSTRAINT users_pkey PRIMARY KEY (id);
--     ALTER TABLE orders
--         ADD CONSTRAINT orders_user_id_fkey FOREIGN KEY (user_id) REFERENCES users (id);

-- To decide: Rows of table users have the same lower(mail), which index users.users_by_lower_mail forbids.
-- Decide what becomes of these rows:
--     SELECT lower(mail), count(*) FROM users WHERE mail <> ''::text GROUP BY lower(mail) HAVING count(*) > 1;
-- Then uncomment these statements, and those of the downgrade:
--     CREATE UNIQUE INDEX users_by_lower_mail ON users (lower(mail)) WHERE mail <> ''::text;

-- To decide: Rows of table orders break constraint orders.orders_amount_check.
-- Decide what becomes of these rows:
--     SELECT * FROM orders WHERE NOT (amount > 0);
-- Then uncomment these statements, and those of the downgrade:
--     ALTER TABLE orders
--         ADD CONSTRAINT orders_amount_check CHECK (amount > 0);

-- @downgrade
-- Uncomment this with the statements of the upgrade for constraint orders.orders_amount_check:
--     ALTER TABLE orders DROP CONSTRAINT orders_amount_check;

-- Uncomment this with the statements of the upgrade for index users.users_by_lower_mail:
--     DROP INDEX users_by_lower_mail;

-- Uncomment this with the statements of the upgrade for constraint users.users_pkey:
--     ALTER TABLE orders DROP CONSTRAINT orders_user_id_fkey;
--     ALTER TABLE users DROP CONSTRAINT users_pkey;

-- Uncomment this with the statements of the upgrade for constraint users.users_mail_key:
--     ALTER TABLE users DROP CONSTRAINT users_mail_key;

ALTER TABLE users ALTER COLUMN id DROP NOT NULL;

ALTER TABLE users DROP COLUMN age;

-- # foreign key of rows without a counterpart
CREATE TABLE users (id bigint PRIMARY KEY);
CREATE TABLE orders (id bigint PRIMARY KEY, user_id bigint);
INSERT INTO orders VALUES (1, 2);
---
CREATE TABLE users (id bigint PRIMARY KEY);
CREATE TABLE orders (id bigint PRIMARY KEY, user_id bigint REFERENCES users);
---
-- @upgrade
-- To decide: Rows of table orders refer to rows that table users does not have, which constraint orders.orders_user_id_fkey forbids.
-- Decide what becomes of these rows:
--     SELECT a.* FROM orders a WHERE a.user_id IS NOT NULL AND NOT EXISTS (SELECT FROM users b WHERE b.id = a.user_id);
-- Then uncomment these statements, and those of the downgrade:
--     ALTER TABLE orders
--         ADD CONSTRAINT orders_user_id_fkey FOREIGN KEY (user_id) REFERENCES users (id);

-- @downgrade
-- Uncomment this with the statements of the upgrade for constraint orders.orders_user_id_fkey:
--     ALTER TABLE orders DROP CONSTRAINT orders_user_id_fkey;

-- # enum value that rows hold
CREATE TYPE mood AS ENUM ('sad', 'ok', 'glad');
CREATE TABLE users (id bigint PRIMARY KEY, mood mood);
INSERT INTO users VALUES (1, 'ok');
---
CREATE TYPE mood AS ENUM ('sad', 'glad', 'merry');
CREATE TABLE users (id bigint PRIMARY KEY, mood mood);
CREATE TABLE days (mood mood DEFAULT 'sad');
---
-- @upgrade
ALTER TYPE mood ADD VALUE 'merry';

CREATE TABLE days (
    mood mood DEFAULT 'sad'
);

-- To decide: Enum type mood loses 'ok', and rows hold it.
-- Decide which value takes its place: it stands in each UPDATE.
-- Then uncomment these statements, and those of the downgrade:
--     UPDATE days SET mood = 'sad' WHERE mood IN ('ok');
--     UPDATE users SET mood = 'sad' WHERE mood IN ('ok');
--     ALTER TYPE mood RENAME TO mood_old;
--
--     CREATE TYPE mood AS ENUM ('sad', 'glad', 'merry');
--
--     ALTER TABLE days
--         ALTER COLUMN mood DROP DEFAULT,
--         ALTER COLUMN mood TYPE mood USING mood::text::mood,
--         ALTER COLUMN mood SET DEFAULT 'sad'::mood;
--
--     ALTER TABLE users ALTER COLUMN mood TYPE mood USING mood::text::mood;
--
--     DROP TYPE mood_old;

-- @downgrade
-- Uncomment this with the statements of the upgrade for enum type mood:
--     ALTER TYPE mood RENAME TO mood_old;
--
--     CREATE TYPE mood AS ENUM ('sad', 'ok', 'glad', 'merry');
--
--     ALTER TABLE days
--         ALTER COLUMN mood DROP DEFAULT,
--         ALTER COLUMN mood TYPE mood USING mood::text::mood,
--         ALTER COLUMN mood SET DEFAULT 'sad'::mood;
--
--     ALTER TABLE users ALTER COLUMN mood TYPE mood USING mood::text::mood;
--
--     DROP TYPE mood_old;

-- Fails where rows hold 'merry', which the upgrade allows.
ALTER TYPE mood RENAME TO mood_old;

CREATE TYPE mood AS ENUM ('sad', 'ok', 'glad');

ALTER TABLE days
    ALTER COLUMN mood DROP DEFAULT,
    ALTER COLUMN mood TYPE mood USING mood::text::mood,
    ALTER COLUMN mood SET DEFAULT 'sad'::mood;

ALTER TABLE users ALTER COLUMN mood TYPE mood USING mood::text::mood;

DROP TYPE mood_old;

DROP TABLE days;

-- # column that may have a new name
CREATE TABLE users (id bigint PRIMARY KEY, name text NOT NULL);
INSERT INTO users VALUES (1, 'x');
---
CREATE TABLE users (id bigint PRIMARY KEY, full_name text NOT NULL, age int);
---
-- @upgrade
ALTER TABLE users ADD COLUMN age integer;

-- To decide: Column users.full_name is required and has no default, and table users has rows.
-- Decide which value these rows get: it stands in the UPDATE.
-- For a large table, move the UPDATE into a separate revision that runs in batches.
-- If it is a new name for column users.name, generate again with `--rename users.name=full_name`.
-- Then uncomment these statements, and those of the downgrade:
--     ALTER TABLE users ADD COLUMN full_name text;
--     UPDATE users SET full_name = '' WHERE full_name IS NULL;
--     ALTER TABLE users ALTER COLUMN full_name SET NOT NULL;
--     ALTER TABLE users DROP COLUMN name;

-- @downgrade
-- Uncomment this with the statements of the upgrade for column users.full_name:
--     ALTER TABLE users ADD COLUMN name text NOT NULL;
--     ALTER TABLE users DROP COLUMN full_name;

ALTER TABLE users DROP COLUMN age;

-- # downgrade that rows are in the way of
CREATE TABLE users (id bigint PRIMARY KEY, name text NOT NULL, nick text);
CREATE TABLE groups (id bigint PRIMARY KEY);
CREATE TABLE members (id bigint PRIMARY KEY, group_id bigint REFERENCES groups);
INSERT INTO users VALUES (1, 'x');
INSERT INTO groups VALUES (1);
INSERT INTO members VALUES (1, 1);
---
CREATE TABLE users (id bigint PRIMARY KEY, nick text);
CREATE TABLE members (id bigint PRIMARY KEY, group_id bigint);
---
-- @upgrade
ALTER TABLE members DROP CONSTRAINT members_group_id_fkey;

-- Destructive: the downgrade does not bring back what is lost here.
ALTER TABLE users DROP COLUMN name;

-- Destructive: the downgrade does not bring back what is lost here.
DROP TABLE groups;

-- @downgrade
-- Lesser finding, since PostgreSQL cannot move columns:
-- table users: columns in the order id, nick, name instead of id, name, nick.

CREATE TABLE groups (
    id bigint,
    CONSTRAINT groups_pkey PRIMARY KEY (id)
);

-- Fails where table users has rows: column name is required and has no default.
-- Give it a default here and drop that again, if you downgrade with rows.
ALTER TABLE users ADD COLUMN name text NOT NULL;

-- Fails where rows break this rule, which the upgrade allows.
ALTER TABLE members
    ADD CONSTRAINT members_group_id_fkey FOREIGN KEY (group_id) REFERENCES groups (id);

-- # values and lists that the downgrade narrows
CREATE TABLE users (
  id bigint PRIMARY KEY,
  state text CHECK (state IN ('new', 'old')),
  kind text CONSTRAINT kinds CHECK (kind IN ('a', 'b')),
  age int CONSTRAINT adult CHECK (age >= 18)
);
INSERT INTO users VALUES (1, 'new', 'a', 20);
---
CREATE TABLE users (
  id bigint PRIMARY KEY,
  state text CHECK (state IN ('new', 'old', 'it''s')),
  kind text CONSTRAINT kinds CHECK (kind IN ('a')),
  age int CONSTRAINT adult CHECK (age >= 16)
);
---
-- @upgrade
-- What reads all rows of a table that has some follows in the next revision, outside of a transaction.

ALTER TABLE users DROP CONSTRAINT adult;

ALTER TABLE users DROP CONSTRAINT kinds;

ALTER TABLE users DROP CONSTRAINT users_state_check;

ALTER TABLE users
    ADD CONSTRAINT adult CHECK (age >= 16) NOT VALID;

ALTER TABLE users
    ADD CONSTRAINT kinds CHECK (kind = 'a') NOT VALID;

ALTER TABLE users
    ADD CONSTRAINT users_state_check CHECK (state IN ('new', 'old', 'it''s')) NOT VALID;

-- @downgrade
ALTER TABLE users DROP CONSTRAINT users_state_check;

ALTER TABLE users DROP CONSTRAINT kinds;

ALTER TABLE users DROP CONSTRAINT adult;

-- Fails where rows hold 'it''s', which the upgrade allows.
ALTER TABLE users
    ADD CONSTRAINT users_state_check CHECK (state IN ('new', 'old'));

ALTER TABLE users
    ADD CONSTRAINT kinds CHECK (kind IN ('a', 'b'));

-- Fails where rows break this rule, which the upgrade allows.
ALTER TABLE users
    ADD CONSTRAINT adult CHECK (age >= 18);
==
-- @upgrade transaction=none
-- Outside of a transaction, so that writers to these tables do not wait meanwhile.

ALTER TABLE users VALIDATE CONSTRAINT adult;

ALTER TABLE users VALIDATE CONSTRAINT kinds;

ALTER TABLE users VALIDATE CONSTRAINT users_state_check;

-- @downgrade transaction=none
ALTER TABLE users
    DROP CONSTRAINT users_state_check,
    ADD CONSTRAINT users_state_check CHECK (state = ANY (ARRAY['new'::text, 'old'::text, 'it''s'::text])) NOT VALID;

ALTER TABLE users
    DROP CONSTRAINT kinds,
    ADD CONSTRAINT kinds CHECK (kind = 'a'::text) NOT VALID;

ALTER TABLE users
    DROP CONSTRAINT adult,
    ADD CONSTRAINT adult CHECK (age >= 16) NOT VALID;

-- # domain, sequence and view that rows do not allow (16)
CREATE DOMAIN positive AS int;
CREATE SEQUENCE numbers;
DO $$ BEGIN PERFORM setval('numbers', 50); END $$;
CREATE TABLE users (id bigint PRIMARY KEY, amount positive, share int);
INSERT INTO users VALUES (1, -1, 0);
---
CREATE DOMAIN positive AS int CHECK (VALUE > 0);
CREATE SEQUENCE numbers MAXVALUE 10;
CREATE TABLE users (id bigint PRIMARY KEY, amount positive, share int, part int GENERATED ALWAYS AS (100 / share) STORED);
CREATE MATERIALIZED VIEW shares AS SELECT id, 100 / share AS part FROM users;
CREATE UNIQUE INDEX shares_by_id ON shares (id);
COMMENT ON TABLE users IS 'who uses it';
---
-- @upgrade
COMMENT ON TABLE users IS 'who uses it';

-- To decide: PostgreSQL refuses the change of domain positive: column "amount" of table "users" contains values that violate the new constraint.
-- Decide how to go about it: correct the rows, complete the statements, or change the wanted schema.
-- Then uncomment these statements, and those of the downgrade:
--     ALTER DOMAIN positive ADD CONSTRAINT positive_check CHECK (VALUE > 0);

-- To decide: PostgreSQL refuses the change of sequence numbers: RESTART value (50) cannot be greater than MAXVALUE (10).
-- Decide how to go about it: correct the rows, complete the statements, or change the wanted schema.
-- Then uncomment these statements, and those of the downgrade:
--     ALTER SEQUENCE numbers MAXVALUE 10;

-- To decide: PostgreSQL refuses the change of column users.part: division by zero.
-- Decide how to go about it: correct the rows, complete the statements, or change the wanted schema.
-- Then uncomment these statements, and those of the downgrade:
--     ALTER TABLE users ADD COLUMN part integer GENERATED ALWAYS AS (100 / share) STORED;

-- To decide: PostgreSQL refuses the change of view shares: division by zero.
-- Decide how to go about it: correct the rows, complete the statements, or change the wanted schema.
-- Then uncomment these statements, and those of the downgrade:
--     CREATE MATERIALIZED VIEW shares AS
--     SELECT id,
--         100 / share AS part
--        FROM users;
--
--     CREATE UNIQUE INDEX shares_by_id ON shares (id);

-- @downgrade
-- Uncomment this with the statements of the upgrade for view shares:
--     DROP MATERIALIZED VIEW shares;

-- Uncomment this with the statements of the upgrade for column users.part:
--     ALTER TABLE users DROP COLUMN part;

-- Uncomment this with the statements of the upgrade for sequence numbers:
--     ALTER SEQUENCE numbers MAXVALUE 9223372036854775807;

-- Uncomment this with the statements of the upgrade for domain positive:
--     ALTER DOMAIN positive DROP CONSTRAINT positive_check;

COMMENT ON TABLE users IS NULL;
