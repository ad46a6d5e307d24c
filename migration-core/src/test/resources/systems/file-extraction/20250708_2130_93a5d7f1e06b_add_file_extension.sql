-- add file extension
--
-- Filled in batches that commit one by one, so that no lock is held for long; a re-run takes up what is left.
--
-- Revision ID: 93a5d7f1e06b
-- Revises: 6fc1b8203d9e
-- Create Date: 2025-07-08T21:30:00Z

-- @upgrade transaction=none
ALTER TABLE files ADD COLUMN IF NOT EXISTS extension varchar(20);

DO $batches$
DECLARE
    changed integer;
BEGIN
    LOOP
        UPDATE files
        SET extension = coalesce(lower(substring(file_name FROM '\.([A-Za-z0-9]{1,20})$')), '')
        WHERE id IN (SELECT id FROM files WHERE extension IS NULL LIMIT 1000 FOR UPDATE SKIP LOCKED);
        GET DIAGNOSTICS changed = ROW_COUNT;
        COMMIT;
        EXIT WHEN changed = 0;
    END LOOP;
END
$batches$;

-- @downgrade
ALTER TABLE files DROP COLUMN extension;
