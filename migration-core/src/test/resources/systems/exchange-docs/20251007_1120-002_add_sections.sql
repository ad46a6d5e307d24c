-- add sections
--
-- Revision ID: 002
-- Revises: 001
-- Create Date: 2025-10-07T11:20:00Z

-- @upgrade
CREATE TABLE sections (
    id          uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    document_id uuid         NOT NULL,
    parent_id   uuid,
    title       varchar(500) NOT NULL,
    content     text         NOT NULL DEFAULT '',
    order_index integer      NOT NULL DEFAULT 0,
    created_at  timestamptz  NOT NULL DEFAULT now(),
    updated_at  timestamptz  NOT NULL DEFAULT now(),
    CONSTRAINT sections_document_id_fkey FOREIGN KEY (document_id) REFERENCES documents (id) ON DELETE CASCADE,
    CONSTRAINT sections_parent_id_fkey FOREIGN KEY (parent_id) REFERENCES sections (id) ON DELETE CASCADE,
    CONSTRAINT sections_not_own_parent CHECK (parent_id <> id)
);

CREATE TRIGGER update_sections_updated_at
    BEFORE UPDATE ON sections
    FOR EACH ROW EXECUTE FUNCTION update_updated_at_column();

-- @downgrade
DROP TABLE sections;
