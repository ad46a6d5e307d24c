CREATE TABLE g (id bigint NOT NULL, a text DEFAULT 'y', n int NOT NULL);
CREATE TABLE h (b int) INHERITS (g);
CREATE TABLE i (c int) INHERITS (h);
