BEGIN;

-- Running upgrade a1b2c3d4e5f6 -> c1

CREATE TABLE sections (
    id SERIAL NOT NULL, 
    PRIMARY KEY (id)
);

UPDATE alembic_version SET version_num='c1' WHERE alembic_version.version_num = 'b1';

-- Running upgrade b1, c1 -> d1

UPDATE alembic_version SET version_num='d1' WHERE alembic_version.version_num = 'c1';

COMMIT;

