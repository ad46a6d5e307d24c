BEGIN;

-- Running downgrade f1 -> e1

