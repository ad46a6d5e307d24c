-- since PostgreSQL 18
CREATE TABLE t (a int, v int GENERATED ALWAYS AS (a + 1) VIRTUAL);
