CREATE TABLE base (id int, CONSTRAINT pos CHECK (id > 0) NO INHERIT);
CREATE TABLE kid (extra int) INHERITS (base);
