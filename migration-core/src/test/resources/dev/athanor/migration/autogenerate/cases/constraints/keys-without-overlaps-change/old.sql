-- since PostgreSQL 18
CREATE EXTENSION IF NOT EXISTS btree_gist;
CREATE TABLE p (id int, vp daterange, CONSTRAINT pp PRIMARY KEY (id, vp WITHOUT OVERLAPS));
CREATE TABLE q (id int, vp daterange, CONSTRAINT u UNIQUE (id, vp));
CREATE TABLE c (pid int, vp daterange, CONSTRAINT fk FOREIGN KEY (pid, PERIOD vp) REFERENCES p (id, PERIOD vp));
