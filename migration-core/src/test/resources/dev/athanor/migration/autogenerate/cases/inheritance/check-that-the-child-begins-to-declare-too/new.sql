CREATE TABLE base (id int, CONSTRAINT pos CHECK (id > 0));
CREATE TABLE kid (extra int, CONSTRAINT pos CHECK (id > 0)) INHERITS (base);
