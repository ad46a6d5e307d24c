-- allow posts of nobody
--
-- Revision ID: action_lost
-- Revises: owner_lost

-- @upgrade
ALTER TABLE posts DROP CONSTRAINT posts_author;

-- @downgrade
ALTER TABLE posts ADD CONSTRAINT posts_author FOREIGN KEY (author_id) REFERENCES people;
