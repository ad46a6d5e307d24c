-- since PostgreSQL 18
CREATE TABLE t (a int);
INSERT INTO t VALUES (NULL);
