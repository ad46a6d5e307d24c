-- store content in chunks
--
-- Revision ID: 0c8e71f5b2d9
-- Revises: a93e5d17c04b
-- Create Date: 2025-02-24T11:00:00Z

-- @upgrade
CREATE TABLE chunks (
    id         uuid PRIMARY KEY,
    chunk_hash varchar(64)    NOT NULL,
    size_bytes integer        NOT NULL,
    content    bytea          NOT NULL,
    created_at timestamptz(6) NOT NULL,
    CONSTRAINT uk_chunks_chunk_hash UNIQUE (chunk_hash),
    CONSTRAINT ck_chunks_size CHECK (size_bytes > 0)
);
COMMENT ON TABLE chunks IS 'Content by its hash: what two versions have in common is stored once';

CREATE TABLE file_version_chunks (
    version_id uuid    NOT NULL,
    position   integer NOT NULL CHECK (position >= 0),
    chunk_id   uuid    NOT NULL,
    PRIMARY KEY (version_id, position),
    CONSTRAINT fk_file_version_chunks_version FOREIGN KEY (version_id) REFERENCES file_versions,
    CONSTRAINT fk_file_version_chunks_chunk FOREIGN KEY (chunk_id) REFERENCES chunks
);
CREATE INDEX ix_file_version_chunks_chunk_id ON file_version_chunks (chunk_id);

-- @downgrade
DROP TABLE file_version_chunks;
DROP TABLE chunks;
