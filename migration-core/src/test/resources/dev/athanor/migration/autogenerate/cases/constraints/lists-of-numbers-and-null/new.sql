CREATE TABLE t (n numeric CHECK (n IN (1, 2)), i int CHECK (i IN (1, 2, NULL)), v varchar(10) CHECK (v IN ('a', NULL)), d double precision CHECK (d IN (1, 2)));
CREATE TABLE m (n numeric CHECK (n IN (1, 2)), v varchar(10) CHECK (v NOT IN ('a', NULL)));
CREATE VIEW w AS SELECT n FROM m WHERE n = ANY (ARRAY[1::numeric, 2]);
