-- keep size of file versions
--
-- Revision ID: 3ad6f90b17e4
-- Revises: 91d4e7a52c60
-- Create Date: 2025-08-05T16:45:00Z

-- @upgrade
ALTER TABLE file_versions ADD COLUMN size_bytes bigint;

UPDATE file_versions v
SET size_bytes = (
    SELECT coalesce(sum(c.size_bytes), 0)
    FROM file_version_chunks vc
    JOIN chunks c ON c.id = vc.chunk_id
    WHERE vc.version_id = v.id
);

ALTER TABLE file_versions ALTER COLUMN size_bytes SET NOT NULL;

-- @downgrade
ALTER TABLE file_versions DROP COLUMN size_bytes;
