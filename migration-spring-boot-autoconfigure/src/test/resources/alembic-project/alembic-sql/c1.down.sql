BEGIN;

-- Running downgrade c1 -> a1b2c3d4e5f6

DROP TABLE sections;

INSERT INTO alembic_version (version_num) VALUES ('a1b2c3d4e5f6') RETURNING alembic_version.version_num;

UPDATE alembic_version SET version_num='b1' WHERE alembic_version.version_num = 'c1';

-- Running downgrade b1 -> a1b2c3d4e5f6

ALTER TABLE documents DROP COLUMN status;

DELETE FROM alembic_version WHERE alembic_version.version_num = 'b1';

COMMIT;

