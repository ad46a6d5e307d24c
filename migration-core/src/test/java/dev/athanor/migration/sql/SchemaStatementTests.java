package dev.athanor.migration.sql;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SchemaStatementTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ALTER TABLE public.users OWNER TO alice",
                "alter function app.f(a int, b text) owner to \"Alice B\"",
                "ALTER TYPE public.mood OWNER TO CURRENT_USER",
                "ALTER DEFAULT PRIVILEGES FOR ROLE a IN SCHEMA s GRANT SELECT ON TABLES TO PUBLIC",
                "GRANT SELECT ON TABLE users TO bob",
                "REVOKE ALL ON SCHEMA public FROM PUBLIC"
            })
    void ownersAndPrivilegesAreAboutAccess(String sql) {
        assertThat(SchemaStatement.of(sql)).isEqualTo(new SchemaStatement.Access());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SECURITY LABEL FOR anon ON COLUMN t.c IS 'MASKED'",
                "COMMENT ON EXTENSION citext IS 'x'",
                "COMMENT ON SCHEMA public IS 'standard public schema'",
                "SET statement_timeout = 0",
                "SET LOCAL lock_timeout TO '5s'",
                "SET transaction_timeout = 0",
                "SET client_encoding = 'LATIN1'",
                "SET standard_conforming_strings = on",
                "SET default_tablespace = fast",
                "SET SESSION AUTHORIZATION 'alice'",
                "RESET SESSION AUTHORIZATION"
            })
    void settingsOfTheSessionAreUnseen(String sql) {
        assertThat(SchemaStatement.of(sql)).isEqualTo(new SchemaStatement.Unseen());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ALTER TABLE t RENAME COLUMN owner TO name",
                "ALTER TABLE t RENAME owner TO name",
                "ALTER TABLE t ADD COLUMN a int, OWNER TO alice",
                "ALTER TABLE t ALTER COLUMN a SET NOT NULL",
                "COMMENT ON SCHEMA public IS 'ours'",
                "COMMENT ON TABLE t IS 'EXTENSION'",
                "SET check_function_bodies = false",
                "SET standard_conforming_strings = off",
                "SELECT set_config('check_function_bodies', 'off', false)",
                "CREATE TABLE schema_search_path (id int)",
                "CREATE SCHEMA AUTHORIZATION CURRENT_USER",
                "SET"
            })
    void anyOtherIsSentAsItIs(String sql) {
        assertThat(SchemaStatement.of(sql)).isEqualTo(new SchemaStatement.Other());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT pg_catalog.set_config('search_path', '', false)",
                "select set_config('search_path', 'app', true)",
                "SET search_path = public, pg_catalog",
                "SET SESSION search_path TO app",
                "SET LOCAL \"search_path\" TO app",
                "SET SCHEMA 'app'"
            })
    void aSearchPathIsTold(String sql) {
        assertThat(SchemaStatement.of(sql)).isEqualTo(new SchemaStatement.SearchPath());
    }

    @ParameterizedTest
    @CsvSource({
        "CREATE SCHEMA app, app",
        "CREATE SCHEMA IF NOT EXISTS App, app",
        "CREATE SCHEMA \"Odd one\" AUTHORIZATION alice, Odd one",
        "CREATE SCHEMA AUTHORIZATION alice, alice"
    })
    void aSchemaIsCreatedWhereItIsNotThereYetAndBelongsToNobodyElse(String sql, String name) {
        assertThat(SchemaStatement.of(sql))
                .isEqualTo(new SchemaStatement.CreateSchema(name, "CREATE SCHEMA IF NOT EXISTS \"" + name + "\""));
    }

    @Test
    void aSchemaWithElementsIsSentAsItIs() {
        String sql = "CREATE SCHEMA app CREATE TABLE t (id int)";

        assertThat(SchemaStatement.of(sql)).isEqualTo(new SchemaStatement.CreateSchema("app", sql));
    }

    @Test
    void anExtensionIsTold() {
        assertThat(SchemaStatement.of("CREATE EXTENSION IF NOT EXISTS \"uuid-ossp\" WITH SCHEMA public"))
                .isEqualTo(new SchemaStatement.CreateExtension("uuid-ossp"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE PUBLICATION p FOR ALL TABLES",
                "create cast (int AS text) WITH INOUT",
                "CREATE OR REPLACE TRUSTED PROCEDURAL LANGUAGE pl HANDLER h",
                "CREATE LANGUAGE pl HANDLER h",
                "CREATE OR REPLACE TRANSFORM FOR int LANGUAGE pl (FROM SQL WITH FUNCTION f(internal))",
                "CREATE SERVER IF NOT EXISTS s FOREIGN DATA WRAPPER w",
                "CREATE EVENT TRIGGER e ON sql_drop EXECUTE FUNCTION f()",
                "CREATE ACCESS METHOD m TYPE INDEX HANDLER h",
                "CREATE USER MAPPING FOR PUBLIC SERVER s",
                "CREATE FOREIGN DATA WRAPPER w"
            })
    void anObjectOfTheWholeDatabaseIsTold(String sql) {
        assertThat(SchemaStatement.of(sql)).isEqualTo(new SchemaStatement.CreateDatabaseObject());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE FOREIGN TABLE t (a int) SERVER s",
                "CREATE OR REPLACE FUNCTION server() RETURNS int RETURN 1",
                "CREATE TRIGGER event BEFORE INSERT ON t EXECUTE FUNCTION f()"
            })
    void anObjectOfASchemaIsNotToldAsOneOfTheDatabase(String sql) {
        assertThat(SchemaStatement.of(sql)).isEqualTo(new SchemaStatement.Other());
    }
}
