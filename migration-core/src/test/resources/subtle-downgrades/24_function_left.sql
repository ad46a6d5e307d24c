-- count posts
--
-- Revision ID: function_left
-- Revises: refused

-- @upgrade
CREATE TABLE counts (n bigint);
CREATE FUNCTION count_posts() RETURNS bigint LANGUAGE sql AS 'SELECT count(*) FROM posts';

-- @downgrade
DROP TABLE counts;
