BEGIN;

-- Running upgrade f1 -> g1

SELECT id FROM documents;

