BEGIN;

-- Running upgrade d1 -> e1

COMMIT;

CREATE INDEX CONCURRENTLY by_title ON documents (title);

BEGIN;

UPDATE alembic_version SET version_num='e1' WHERE alembic_version.version_num = 'd1';

COMMIT;

