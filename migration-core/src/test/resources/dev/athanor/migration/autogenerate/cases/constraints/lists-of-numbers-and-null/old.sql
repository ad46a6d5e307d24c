CREATE TABLE t (n numeric, i int, v varchar(10), d double precision);
