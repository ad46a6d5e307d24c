-- ignore case in email
--
-- Revision ID: e6b4390dc7a2
-- Revises: c05d8b6e4f17
-- Create Date: 2025-11-04T11:30:00Z

-- @upgrade
CREATE UNIQUE INDEX uq_users_email_lower ON users (lower(email));
ALTER TABLE users DROP CONSTRAINT uq_users_email;

-- @downgrade
ALTER TABLE users ADD CONSTRAINT uq_users_email UNIQUE (email);
DROP INDEX uq_users_email_lower;
