BEGIN;

-- Running downgrade e1 -> d1

DROP INDEX by_title;

UPDATE alembic_version SET version_num='d1' WHERE alembic_version.version_num = 'e1';

COMMIT;

