CREATE TABLE base (id int);
CREATE TABLE kid () INHERITS (base);
COMMENT ON COLUMN kid.id IS 'of the child';
