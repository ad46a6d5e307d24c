CREATE EXTENSION IF NOT EXISTS btree_gist;
CREATE TABLE p (id bigint, vp daterange, CONSTRAINT pp PRIMARY KEY (id, vp WITHOUT OVERLAPS) DEFERRABLE);
CREATE TABLE q (id int, vp daterange, CONSTRAINT u UNIQUE (id, vp WITHOUT OVERLAPS));
CREATE TABLE c (pid bigint, vp daterange);
