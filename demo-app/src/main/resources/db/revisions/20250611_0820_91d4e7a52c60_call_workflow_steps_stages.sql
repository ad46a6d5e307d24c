-- call workflow steps stages
--
-- Revision ID: 91d4e7a52c60
-- Revises: b8f3160e7dc2
-- Create Date: 2025-06-11T08:20:00Z

-- @upgrade
UPDATE workflows
SET definition = (definition - 'steps') || jsonb_build_object('stages', definition -> 'steps')
WHERE definition ? 'steps';

-- @downgrade
UPDATE workflows
SET definition = (definition - 'stages') || jsonb_build_object('steps', definition -> 'stages')
WHERE definition ? 'stages';
