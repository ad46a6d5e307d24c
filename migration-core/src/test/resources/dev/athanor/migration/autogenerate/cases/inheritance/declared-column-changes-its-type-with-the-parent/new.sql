CREATE TABLE base (id int NOT NULL, a bigint DEFAULT 3);
CREATE TABLE kid (a bigint DEFAULT 4, extra int) INHERITS (base);
