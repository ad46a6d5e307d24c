-- create extraction results
--
-- Revision ID: 0d7e94b3c5a8
-- Revises: b82f16e40ac9
-- Create Date: 2025-02-19T13:10:00Z

-- @upgrade
CREATE TABLE extraction_results (
    id             bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    file_id        uuid        NOT NULL CONSTRAINT fk_extraction_results_file REFERENCES files ON DELETE CASCADE,
    tenant_id      uuid        NOT NULL CONSTRAINT fk_extraction_results_tenant REFERENCES tenants ON DELETE CASCADE,
    extractor      varchar(80) NOT NULL,
    status         varchar(20) NOT NULL DEFAULT 'pending',
    extracted_text text,
    fields         jsonb,
    confidence     numeric(4, 3),
    error_message  text,
    started_at     timestamptz,
    finished_at    timestamptz,
    CONSTRAINT uq_extraction_results_file_extractor UNIQUE (file_id, extractor),
    CONSTRAINT ck_extraction_results_status CHECK (status IN ('pending', 'running', 'completed', 'failed')),
    CONSTRAINT ck_extraction_results_confidence CHECK (confidence BETWEEN 0 AND 1),
    CONSTRAINT ck_extraction_results_times CHECK (finished_at >= started_at)
);
CREATE INDEX ix_extraction_results_tenant_status ON extraction_results (tenant_id, status);
CREATE INDEX ix_extraction_results_fields ON extraction_results USING gin (fields);

-- @downgrade
DROP TABLE extraction_results;
