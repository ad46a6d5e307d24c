CREATE TABLE g (id int NOT NULL, a text DEFAULT 'x', n int);
CREATE TABLE h (b int) INHERITS (g);
CREATE TABLE i (c int) INHERITS (h);
