-- since PostgreSQL 18
CREATE TABLE base (a int CONSTRAINT ann NOT NULL, b int);
CREATE TABLE kid () INHERITS (base);
