-- merge workflows and seals
--
-- Revision ID: b8f3160e7dc2
-- Revises: 7e20f8c3b95a, 62c7a0d94f1e
-- Create Date: 2025-04-08T10:00:00Z

-- @upgrade

-- @downgrade
