CREATE TABLE t (n numeric, i int, d double precision);
