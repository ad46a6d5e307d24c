-- since PostgreSQL 18
CREATE EXTENSION IF NOT EXISTS btree_gist;
CREATE TABLE p (id int, vp daterange, PRIMARY KEY (id, vp WITHOUT OVERLAPS));
CREATE TABLE c (id int, pid int, vp daterange);
