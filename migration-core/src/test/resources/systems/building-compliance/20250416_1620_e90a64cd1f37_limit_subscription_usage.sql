-- limit subscription usage
--
-- Revision ID: e90a64cd1f37
-- Revises: c7715e0d93ab
-- Create Date: 2025-04-16T16:20:00Z

-- @upgrade
ALTER TABLE subscriptions
    ADD COLUMN max_projects integer,
    ADD COLUMN max_storage_bytes bigint;

UPDATE subscriptions
SET max_projects      = CASE tier WHEN 'starter' THEN 3 WHEN 'professional' THEN 25 ELSE 1000 END,
    max_storage_bytes = CASE tier WHEN 'starter' THEN 5 WHEN 'professional' THEN 100 ELSE 5000 END * 1073741824::bigint;

ALTER TABLE subscriptions
    ALTER COLUMN max_projects SET DEFAULT 3,
    ALTER COLUMN max_projects SET NOT NULL,
    ALTER COLUMN max_storage_bytes SET DEFAULT 5368709120,
    ALTER COLUMN max_storage_bytes SET NOT NULL,
    ADD CONSTRAINT ck_subscriptions_limits CHECK (max_projects > 0 AND max_storage_bytes > 0);

-- @downgrade
ALTER TABLE subscriptions
    DROP CONSTRAINT ck_subscriptions_limits,
    DROP COLUMN max_storage_bytes,
    DROP COLUMN max_projects;
