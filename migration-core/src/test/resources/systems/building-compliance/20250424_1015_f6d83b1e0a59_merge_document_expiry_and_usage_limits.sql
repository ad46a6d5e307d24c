-- merge document expiry and usage limits
--
-- Revision ID: f6d83b1e0a59
-- Revises: 51be7f20c84d, 0ab4d7c95e12
-- Create Date: 2025-04-24T10:15:00Z

-- @upgrade

-- @downgrade
