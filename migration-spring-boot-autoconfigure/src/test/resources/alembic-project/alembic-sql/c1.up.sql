BEGIN;

-- Running upgrade a1b2c3d4e5f6 -> b1

ALTER TABLE documents ADD COLUMN status VARCHAR(20);

UPDATE alembic_version SET version_num='b1' WHERE alembic_version.version_num = 'a1b2c3d4e5f6';

-- Running upgrade a1b2c3d4e5f6 -> c1

CREATE TABLE sections (
    id SERIAL NOT NULL, 
    PRIMARY KEY (id)
);

UPDATE alembic_version SET version_num='c1' WHERE alembic_version.version_num = 'b1';

COMMIT;

