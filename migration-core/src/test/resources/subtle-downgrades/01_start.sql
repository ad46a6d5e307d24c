-- create people and posts
--
-- Revision ID: start
-- Revises: 

-- @upgrade
CREATE TYPE mood AS ENUM ('happy', 'sad');
CREATE TABLE people (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name text COLLATE "C" NOT NULL,
    email text,
    age integer DEFAULT 18 CONSTRAINT people_age CHECK (age >= 0),
    active boolean NOT NULL DEFAULT true,
    mood mood
);
COMMENT ON COLUMN people.name IS 'in full';
CREATE INDEX people_active ON people (name) WHERE active;
CREATE INDEX people_email ON people USING hash (email);
CREATE SEQUENCE ticket OWNED BY people.id;
CREATE TABLE posts (
    id bigint PRIMARY KEY,
    author_id bigint CONSTRAINT posts_author REFERENCES people ON DELETE CASCADE,
    updated_at timestamptz
);
CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.updated_at := now(); RETURN NEW; END $$;
CREATE TRIGGER posts_touch BEFORE UPDATE ON posts FOR EACH ROW EXECUTE FUNCTION touch();
ALTER TABLE posts ENABLE ALWAYS TRIGGER posts_touch;
CREATE VIEW authors AS SELECT id, name FROM people WHERE active;

-- @downgrade
DROP VIEW authors;
DROP TABLE posts;
DROP FUNCTION touch();
DROP TABLE people;
DROP TYPE mood;
