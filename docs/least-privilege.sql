-- Two roles with the rights that they need and no more: one migrates, one is the application's.
--
-- Run it in the application's database, as its owner or a superuser: once before the first upgrade, and once after it,
-- when the version table and the history are there (it may be run any number of times). Set the passwords yourself:
-- ALTER ROLE app_migrator PASSWORD '…'; ALTER ROLE app PASSWORD '…'.

DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'app_migrator') THEN
    CREATE ROLE app_migrator LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION;
  END IF;
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'app') THEN
    CREATE ROLE app LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION;
  END IF;
  EXECUTE format('REVOKE ALL ON DATABASE %I FROM PUBLIC', current_database());
  EXECUTE format('GRANT CONNECT, TEMPORARY ON DATABASE %I TO app_migrator', current_database());
  EXECUTE format('GRANT CONNECT ON DATABASE %I TO app', current_database());
END $$;

REVOKE CREATE ON SCHEMA public FROM PUBLIC;

-- what revisions create belongs to app_migrator; for CREATE EXTENSION it needs CREATE on the database as well
CREATE SCHEMA IF NOT EXISTS app AUTHORIZATION app_migrator;

-- the application reads and writes rows, and changes no schema
GRANT USAGE ON SCHEMA app TO app;
ALTER DEFAULT PRIVILEGES FOR ROLE app_migrator IN SCHEMA app GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO app;
ALTER DEFAULT PRIVILEGES FOR ROLE app_migrator IN SCHEMA app GRANT USAGE, SELECT ON SEQUENCES TO app;

-- of the version table and the history it only reads, for health, endpoint and migration.auto-upgrade=false
DO $$
BEGIN
  IF to_regclass('app.migration_version') IS NOT NULL THEN
    REVOKE ALL ON app.migration_version, app.migration_history FROM app;
    GRANT SELECT ON app.migration_version, app.migration_history TO app;
  END IF;
END $$;
