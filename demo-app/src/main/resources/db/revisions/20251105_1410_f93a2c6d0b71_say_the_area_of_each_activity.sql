-- say the area of each activity
--
-- Row by row in small transactions, while the application goes on writing; killed, it goes on where it was.
--
-- Revision ID: f93a2c6d0b71
-- Revises: 15e8b07ac3d4
-- Create Date: 2025-11-05T14:10:00Z

-- @upgrade batch=5000 key=id
UPDATE activities SET area = split_part(route, '/', 3), version = version + 1;

-- @downgrade batch=5000 key=id
UPDATE activities SET area = NULL, version = version - 1;
