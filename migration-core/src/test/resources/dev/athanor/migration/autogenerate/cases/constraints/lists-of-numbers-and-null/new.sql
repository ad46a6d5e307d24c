CREATE TABLE t (n numeric CHECK (n IN (1, 2)), i int CHECK (i IN (1, 2, NULL)), d double precision CHECK (d IN (1, 2)));
CREATE TABLE m (n numeric CHECK (n IN (1, 2)));
CREATE VIEW w AS SELECT n FROM m WHERE n = ANY (ARRAY[1::numeric, 2]);
