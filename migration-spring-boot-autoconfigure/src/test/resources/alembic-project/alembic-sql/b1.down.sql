BEGIN;

-- Running downgrade b1 -> a1b2c3d4e5f6

ALTER TABLE documents DROP COLUMN status;

UPDATE alembic_version SET version_num='a1b2c3d4e5f6' WHERE alembic_version.version_num = 'b1';

COMMIT;

