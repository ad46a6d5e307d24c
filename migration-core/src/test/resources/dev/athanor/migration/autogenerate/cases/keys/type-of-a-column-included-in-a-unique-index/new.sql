CREATE TABLE parent (id int, a bigint);
CREATE UNIQUE INDEX u ON parent (id) INCLUDE (a);
CREATE TABLE child (pid int CONSTRAINT fk REFERENCES parent (id));
