CREATE TABLE base (id int, CONSTRAINT pos CHECK (id > 1));
CREATE TABLE kid (extra int, CONSTRAINT pos CHECK (id > 1)) INHERITS (base);
