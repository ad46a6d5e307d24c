CREATE TABLE base (id int);
CREATE TABLE kid (extra int, CONSTRAINT pos CHECK (id > 0)) INHERITS (base);
