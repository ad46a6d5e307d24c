-- add lookup indexes
--
-- Revision ID: 004
-- Revises: 003
-- Create Date: 2025-10-13T16:00:00Z

-- @upgrade
CREATE INDEX idx_sections_document_id ON sections (document_id);
CREATE INDEX idx_sections_parent_id ON sections (parent_id);
CREATE INDEX idx_sections_document_order ON sections (document_id, order_index);
CREATE INDEX idx_documents_status ON documents (status);

-- @downgrade
DROP INDEX idx_documents_status;
DROP INDEX idx_sections_document_order;
DROP INDEX idx_sections_parent_id;
DROP INDEX idx_sections_document_id;
