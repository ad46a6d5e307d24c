-- add writing styles
--
-- Revision ID: d382069dacef
-- Revises: 2e0140e533a8
-- Create Date: 2025-10-07T10:50:00Z

-- @upgrade
CREATE FUNCTION set_updated_at() RETURNS trigger
    LANGUAGE plpgsql
AS $$
BEGIN
    NEW.updated_at := now();
    RETURN NEW;
END;
$$;

CREATE TABLE writing_styles (
    style_id      uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    name          varchar(100) NOT NULL,
    type          varchar(50)  NOT NULL,
    description   text,
    style_prompt  text         NOT NULL,
    samples       text[]       NOT NULL DEFAULT '{}',
    analysis      jsonb,
    sample_count  integer GENERATED ALWAYS AS (cardinality(samples)) STORED,
    created_by    uuid CONSTRAINT fk_writing_styles_created_by REFERENCES users ON DELETE SET NULL,
    created_at    timestamptz  NOT NULL DEFAULT now(),
    updated_at    timestamptz  NOT NULL DEFAULT now(),
    CONSTRAINT uq_writing_styles_name UNIQUE (name),
    CONSTRAINT ck_writing_styles_type CHECK (type IN ('grant', 'proposal', 'report'))
);
CREATE INDEX ix_writing_styles_type ON writing_styles (type);
CREATE INDEX ix_writing_styles_created_by ON writing_styles (created_by);
CREATE TRIGGER writing_styles_updated_at
    BEFORE UPDATE ON writing_styles
    FOR EACH ROW EXECUTE FUNCTION set_updated_at();

-- @downgrade
DROP TABLE writing_styles;
DROP FUNCTION set_updated_at();
