BEGIN;

-- Running downgrade d1 -> b1, c1

INSERT INTO alembic_version (version_num) VALUES ('b1') RETURNING alembic_version.version_num;

UPDATE alembic_version SET version_num='c1' WHERE alembic_version.version_num = 'd1';

COMMIT;

