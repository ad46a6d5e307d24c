-- initial schema
--
-- Revision ID: 001
-- Revises:
-- Create Date: 2025-10-07T10:50:00Z

-- @upgrade
CREATE FUNCTION update_updated_at_column() RETURNS trigger
    LANGUAGE plpgsql
AS $$
BEGIN
    NEW.updated_at = now();
    RETURN NEW;
END;
$$;

CREATE TABLE documents (
    id         uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    title      varchar(500) NOT NULL,
    exchange   varchar(100) NOT NULL,
    version    varchar(50)  NOT NULL DEFAULT '1.0',
    status     varchar(20)  NOT NULL DEFAULT 'draft',
    source_url text,
    metadata   jsonb        NOT NULL DEFAULT '{}'::jsonb,
    created_at timestamptz  NOT NULL DEFAULT now(),
    updated_at timestamptz  NOT NULL DEFAULT now(),
    CONSTRAINT documents_exchange_title_version_key UNIQUE (exchange, title, version),
    CONSTRAINT documents_status_check CHECK (status IN ('draft', 'published', 'deprecated'))
);
COMMENT ON TABLE documents IS 'Interface documentation of an exchange, one row a published version.';

CREATE TRIGGER update_documents_updated_at
    BEFORE UPDATE ON documents
    FOR EACH ROW EXECUTE FUNCTION update_updated_at_column();

-- @downgrade
DROP TABLE documents;
DROP FUNCTION update_updated_at_column();
