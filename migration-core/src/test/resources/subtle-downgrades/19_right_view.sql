-- a view of posts
--
-- Revision ID: right_view
-- Revises: view_changed

-- @upgrade
CREATE VIEW drafts AS SELECT id FROM posts WHERE updated_at IS NULL;

-- @downgrade
DROP VIEW drafts;
