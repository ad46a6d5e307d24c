BEGIN;

-- Running upgrade e1 -> f1

UPDATE documents SET status = 'active' WHERE status IS NULL;

UPDATE alembic_version SET version_num='f1' WHERE alembic_version.version_num = 'e1';

COMMIT;

