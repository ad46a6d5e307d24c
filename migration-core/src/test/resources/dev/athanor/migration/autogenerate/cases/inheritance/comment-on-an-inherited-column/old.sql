CREATE TABLE base (id int);
CREATE TABLE kid () INHERITS (base);
