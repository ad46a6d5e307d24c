-- keep an activity log
--
-- With as many rows as a year may leave, so that there is something for the next revision to walk.
--
-- Revision ID: 15e8b07ac3d4
-- Revises: 7c41d9e02b58
-- Create Date: 2025-11-04T08:40:00Z

-- @upgrade
CREATE TABLE activities (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    route       varchar(200)   NOT NULL,
    area        varchar(32),
    version     integer        NOT NULL DEFAULT 0,
    occurred_at timestamptz(6) NOT NULL
);

INSERT INTO activities (route, occurred_at)
SELECT '/api/' || (ARRAY['projects', 'repositories', 'workflows', 'seals'])[1 + n % 4] || '/' || n,
       timestamptz '2024-11-04T00:00:00Z' + n * interval '2 minutes'
FROM generate_series(1, 200000) n;

-- @downgrade
DROP TABLE activities;
