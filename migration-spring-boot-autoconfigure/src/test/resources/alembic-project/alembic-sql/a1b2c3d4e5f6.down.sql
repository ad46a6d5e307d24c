BEGIN;

-- Running downgrade a1b2c3d4e5f6 -> 

DROP TABLE documents;

DELETE FROM alembic_version WHERE alembic_version.version_num = 'a1b2c3d4e5f6';

DROP TABLE alembic_version;

COMMIT;

