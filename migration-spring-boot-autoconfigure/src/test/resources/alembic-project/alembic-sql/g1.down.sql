BEGIN;

-- Running downgrade g1 -> f1

UPDATE alembic_version SET version_num='f1' WHERE alembic_version.version_num = 'g1';

COMMIT;

