-- index compliance summaries
--
-- Revision ID: 0ab4d7c95e12
-- Revises: e90a64cd1f37
-- Create Date: 2025-04-22T09:50:00Z

-- @upgrade
CREATE INDEX ix_projects_compliance_summary ON projects USING gin (compliance_summary jsonb_path_ops);

CREATE FUNCTION open_findings(findings jsonb) RETURNS integer
    LANGUAGE sql IMMUTABLE STRICT
    RETURN (SELECT count(*)::integer FROM jsonb_array_elements(findings) AS finding WHERE finding ->> 'state' = 'open');
COMMENT ON FUNCTION open_findings(jsonb) IS 'How many findings of a document still wait for an answer.';

-- @downgrade
DROP FUNCTION open_findings(jsonb);
DROP INDEX ix_projects_compliance_summary;
