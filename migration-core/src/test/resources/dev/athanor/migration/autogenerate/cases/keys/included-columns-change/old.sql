CREATE TABLE parent (id int, a int, b int, PRIMARY KEY (id) INCLUDE (a));
CREATE TABLE child (pid int CONSTRAINT fk REFERENCES parent (id));
