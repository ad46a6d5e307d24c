-- touch no longer
--
-- Revision ID: firing_lost
-- Revises: check_changed

-- @upgrade
DROP TRIGGER posts_touch ON posts;

-- @downgrade
CREATE TRIGGER posts_touch BEFORE UPDATE ON posts FOR EACH ROW EXECUTE FUNCTION touch();
