-- count tenant usage
--
-- Revision ID: d4e82c6a19b5
-- Revises: 93a5d7f1e06b
-- Create Date: 2025-09-02T07:45:00Z

-- @upgrade
CREATE TABLE tenant_usage (
    tenant_id  uuid PRIMARY KEY CONSTRAINT fk_tenant_usage_tenant REFERENCES tenants ON DELETE CASCADE,
    file_count bigint NOT NULL DEFAULT 0,
    used_bytes bigint NOT NULL DEFAULT 0
);

INSERT INTO tenant_usage (tenant_id, file_count, used_bytes)
SELECT t.id, count(f.id), coalesce(sum(f.size_bytes), 0)
FROM tenants t
LEFT JOIN files f ON f.tenant_id = t.id
GROUP BY t.id;

CREATE FUNCTION count_tenant_usage() RETURNS trigger
    LANGUAGE plpgsql
AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        INSERT INTO tenant_usage AS usage (tenant_id, file_count, used_bytes)
        VALUES (NEW.tenant_id, 1, NEW.size_bytes)
        ON CONFLICT (tenant_id) DO UPDATE
            SET file_count = usage.file_count + 1, used_bytes = usage.used_bytes + NEW.size_bytes;
    ELSE
        UPDATE tenant_usage
        SET file_count = file_count - 1, used_bytes = used_bytes - OLD.size_bytes
        WHERE tenant_id = OLD.tenant_id;
    END IF;
    RETURN NULL;
END;
$$;

CREATE TRIGGER files_count_usage
    AFTER INSERT OR DELETE ON files
    FOR EACH ROW EXECUTE FUNCTION count_tenant_usage();

-- @downgrade
DROP TRIGGER files_count_usage ON files;
DROP FUNCTION count_tenant_usage();
DROP TABLE tenant_usage;
