package dev.athanor.migration.offline;

import dev.athanor.migration.batch.BatchBlock;
import dev.athanor.migration.directive.Batch;
import dev.athanor.migration.graph.CurrentHeads;
import dev.athanor.migration.history.Bookkeeping;
import dev.athanor.migration.history.BookkeepingDdl;
import dev.athanor.migration.history.Direction;
import dev.athanor.migration.history.HistoryColumns;
import dev.athanor.migration.history.TableNames;
import dev.athanor.migration.history.Tables;
import dev.athanor.migration.lock.AdvisoryLock;
import dev.athanor.migration.plan.MigrationPlan;
import dev.athanor.migration.plan.RowChange;
import dev.athanor.migration.plan.Step;
import dev.athanor.migration.plan.Steps;
import dev.athanor.migration.runner.RunSettings;
import dev.athanor.migration.runner.TransactionScope;
import dev.athanor.migration.script.RevisionScript;
import dev.athanor.migration.script.Section;
import dev.athanor.migration.script.TransactionMode;
import dev.athanor.migration.session.Repertoire;
import dev.athanor.migration.sql.Identifier;
import dev.athanor.migration.sql.Literal;
import dev.athanor.migration.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Renders a plan as SQL text to be run elsewhere ({@code --sql}), with the same statements, version table rows, history
 * rows and transactions as an online run.
 *
 * <p>Each revision first checks that the database is where the plan expects it, so that continuing a script after a
 * failure does no harm.
 */
public final class SqlScript {

    /** Allows every character, because the database that will run the text is unknown. */
    private static final Repertoire ANY_CHARACTER = Repertoire.of("UTF8");

    private final StringBuilder text = new StringBuilder();
    private final Tables tables;
    private final TableNames names;
    private final TransactionScope scope;

    private SqlScript(Tables tables, TransactionScope scope) {
        this.tables = tables;
        this.names = new TableNames(tables);
        this.scope = scope;
    }

    /** Renders the whole plan. */
    public static String of(MigrationPlan plan, Tables tables, RunSettings settings) {
        settings.transaction().check(plan);
        return new SqlScript(tables, settings.transaction()).write(plan);
    }

    /** Renders the creation of the version table and the history table. */
    public static String ensureVersion(Tables tables) {
        SqlScript script = new SqlScript(tables, TransactionScope.REVISION);
        script.createTables();
        return script.text.toString();
    }

    private String write(MigrationPlan plan) {
        line("-- " + plan.summary());
        if (plan.isEmpty()) {
            return text.toString();
        }
        line("-- Run it with: psql -v ON_ERROR_STOP=1 -f <this file>");
        blank();
        lock("pg_try_advisory_lock");
        createTables();
        statement(BookkeepingDdl.adding(names.history()));
        blank();
        begin(TransactionScope.SINGLE);
        plan.steps().forEach(this::step);
        commit(TransactionScope.SINGLE);
        lock("pg_advisory_unlock");
        return text.toString();
    }

    private void createTables() {
        if (tables.schema() != null) {
            statement("CREATE SCHEMA IF NOT EXISTS " + new Identifier(tables.schema()).quoted());
            useSchema();
        }
        BookkeepingDdl.statements(names).forEach(this::statement);
        blank();
    }

    private void step(Step step) {
        line("-- " + step.describe());
        if (Steps.transactionMode(step) == TransactionMode.NONE) {
            expect(step.before());
            statements(step);
            line("BEGIN;");
            books(step);
            line("COMMIT;");
        } else {
            begin(TransactionScope.REVISION);
            expect(step.before());
            statements(step);
            books(step);
            commit(TransactionScope.REVISION);
        }
        blank();
    }

    private void begin(TransactionScope of) {
        if (scope == of) {
            line("BEGIN;");
        }
    }

    private void commit(TransactionScope of) {
        if (scope == of) {
            line("COMMIT;");
        }
    }

    private void useSchema() {
        if (tables.schema() != null) {
            String first = new Literal(new Identifier(tables.schema()).quoted() + ", ").quoted();
            statement("DO $athanor$ BEGIN PERFORM set_config('search_path', " + first
                    + " || current_setting('search_path'), false); END $athanor$");
        }
    }

    private void statements(Step step) {
        Optional<Batch> batch = Steps.run(step).flatMap(Section::batch);
        Optional<String> extension = Steps.extension(step);
        if (extension.isPresent()) {
            statement(ExtensionBlock.of(step, extension.get()));
        } else if (batch.isPresent()) {
            statement(BatchBlock.of(batch.get()));
        } else {
            plainStatements(step);
        }
    }

    private void plainStatements(Step step) {
        List<String> statements = Steps.code(step)
                .map(code -> OfflineOperations.statements(Steps.script(step), Steps.section(step), code))
                .orElseGet(() -> Steps.statements(step))
                .stream()
                .map(Statement::sql)
                .toList();
        statements.forEach(this::statement);
        if (statements.stream().anyMatch(sql -> sql.contains("search_path"))) {
            statement("RESET search_path");
            useSchema();
        }
    }

    private void books(Step step) {
        step.rowChanges().forEach(change -> statement(sql(change)));
        step.scripts().forEach(script -> statement(history(step, script)));
    }

    private String sql(RowChange change) {
        return change.accept(new RowChange.Visitor<>() {
            @Override
            public String insert(RowChange.Insert change) {
                return "INSERT INTO " + names.version() + " (version_num) VALUES ("
                        + HistoryColumns.literal(change.revision().value()) + ")";
            }

            @Override
            public String delete(RowChange.Delete change) {
                return "DELETE FROM " + names.version() + " WHERE version_num = "
                        + HistoryColumns.literal(change.revision().value());
            }

            @Override
            public String update(RowChange.Update change) {
                return "UPDATE " + names.version() + " SET version_num = "
                        + HistoryColumns.literal(change.to().value()) + " WHERE version_num = "
                        + HistoryColumns.literal(change.from().value());
            }
        });
    }

    private String history(Step step, RevisionScript script) {
        Optional<String> note = note(step);
        return "INSERT INTO " + names.history() + " (" + HistoryColumns.OF_SCRIPT + ", database_user"
                + (note.isPresent() ? ", note" : "") + ") VALUES (gen_random_uuid(), "
                + HistoryColumns.values(Direction.of(step), script, Bookkeeping.downgradeText(script), ANY_CHARACTER)
                + ", clock_timestamp(), 0, 'success', session_user"
                + note.map(expression -> ", " + expression).orElse("") + ")";
    }

    /** Returns the SQL of what the history keeps beside the outcome: the server decides about extensions. */
    private static Optional<String> note(Step step) {
        return Stream.of(
                        Steps.extension(step).map(ExtensionBlock::note),
                        Steps.allowances(step).map(HistoryColumns::literal))
                .flatMap(Optional::stream)
                .reduce((offer, allowances) -> offer + " || ' ' || " + allowances);
    }

    private void expect(CurrentHeads heads) {
        statement("DO $athanor$ BEGIN IF (SELECT coalesce(array_agg(version_num::text ORDER BY version_num COLLATE"
                + " \"C\"), '{}') FROM " + names.version() + ") <> " + HistoryColumns.array(heads.ids())
                + " THEN RAISE EXCEPTION 'The database is not at " + heads
                + ", which the next revision expects'; END IF;"
                + " END $athanor$");
    }

    /**
     * Renders taking or releasing the migration lock. The key is that of online runs: it is computed from the schema
     * and the name of the version table.
     */
    private void lock(String function) {
        String schema = tables.schema() == null ? "current_schema()" : new Literal(tables.schema()).quoted();
        String name = "'" + AdvisoryLock.PREFIX + "' || " + schema + " || "
                + new Literal("." + tables.versionTable()).quoted();
        String key = "('x' || left(encode(sha256(convert_to(" + name + ", 'UTF8')), 'hex'), 16))::bit(64)::bigint";
        statement("DO $athanor$ BEGIN IF NOT " + function + "(" + key
                + ") THEN RAISE EXCEPTION 'Another migration runs on this database'; END IF; END $athanor$");
    }

    private void statement(String sql) {
        line(sql + ";");
    }

    private void line(String line) {
        text.append(line).append('\n');
    }

    private void blank() {
        text.append('\n');
    }
}
