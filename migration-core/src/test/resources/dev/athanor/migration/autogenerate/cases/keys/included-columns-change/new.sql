CREATE TABLE parent (id int, b int, c int, PRIMARY KEY (id) INCLUDE (b, c));
CREATE TABLE child (pid int CONSTRAINT fk REFERENCES parent (id));
