-- add seed data
--
-- Revision ID: a4f7c21d9e60
-- Revises: d382069dacef
-- Create Date: 2025-10-09T14:25:00Z

-- @upgrade
INSERT INTO system_config (key, value) VALUES
    ('llm.model', '{"name": "default", "temperature": 0.3, "max_tokens": 4096}'),
    ('rag.retrieval', '{"chunk_size": 500, "overlap": 50, "top_k": 5, "recency_weight": 0.7}'),
    ('preferences.citations', '{"style": "numbered", "required": true}');

INSERT INTO prompt_templates (name, category, content, variables) VALUES
    ('organisation_voice', 'brand_voice',
     E'Write as the organisation does: plain, concrete, hopeful.\nNever promise what the sources don''t.', '[]'),
    ('grant_proposal', 'audience',
     $prompt$The reader decides on a grant. Lead with the need; cost follows outcome; "we" is {{organisation}}.$prompt$,
     '["organisation"]'),
    ('needs_statement', 'section',
     $prompt$State who needs what, where, and how we know; cite at least {{sources}} sources.$prompt$,
     '["sources"]');

INSERT INTO writing_styles (name, type, description, style_prompt, samples) VALUES
    ('Plain report', 'report', 'Short sentences, numbers first', 'Begin each paragraph with its finding.', '{}');

-- @downgrade
DELETE FROM writing_styles WHERE name = 'Plain report';
DELETE FROM prompt_templates
WHERE (name, version) IN (('organisation_voice', 1), ('grant_proposal', 1), ('needs_statement', 1));
DELETE FROM system_config WHERE key IN ('llm.model', 'rag.retrieval', 'preferences.citations');
