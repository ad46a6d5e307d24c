CREATE TABLE base (id int NOT NULL, a int DEFAULT 1);
CREATE TABLE kid (a int DEFAULT 2, extra int) INHERITS (base);
