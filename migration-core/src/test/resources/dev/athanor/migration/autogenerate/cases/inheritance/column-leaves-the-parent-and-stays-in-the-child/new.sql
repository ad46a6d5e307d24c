CREATE TABLE base (id int NOT NULL);
CREATE TABLE kid (a text, extra int) INHERITS (base);
