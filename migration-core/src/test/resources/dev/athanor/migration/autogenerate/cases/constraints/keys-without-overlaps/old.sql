-- since PostgreSQL 18
CREATE EXTENSION IF NOT EXISTS btree_gist;
