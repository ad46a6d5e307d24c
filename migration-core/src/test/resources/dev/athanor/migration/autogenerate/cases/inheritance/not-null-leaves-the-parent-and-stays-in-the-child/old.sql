CREATE TABLE base (id int NOT NULL, a int NOT NULL);
CREATE TABLE kid (extra int) INHERITS (base);
