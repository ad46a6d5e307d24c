CREATE TABLE t (keep int);
