package dev.athanor.migration.runner;

import dev.athanor.migration.directive.Batch;
import dev.athanor.migration.history.ScriptProgress;
import dev.athanor.migration.session.Engine;
import dev.athanor.migration.session.SettingStatement;
import dev.athanor.migration.session.StatementFailure;
import dev.athanor.migration.sql.Statement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Carries out the statements of a {@code transactional = false} revision in Java as soon as the code calls for them.
 * Statements that an earlier run has completed are skipped.
 */
final class CodeStatements implements CodeRunner.StatementTarget {

    /** Carries out one statement, or determines the outcome of one that an earlier run began. */
    interface Engine {

        /**
         * Returns the exception for code that no longer produces the statements that it produced before it was
         * interrupted.
         */
        RuntimeException changed(int statements);

        ScriptProgress run(Statement statement, int number, ScriptProgress before)
                throws SQLException, StatementFailure;

        /** Determines the outcome of the statement at this place, which the earlier run began. */
        ScriptProgress resolve(List<Statement> said, ScriptProgress before) throws SQLException;

        /** Runs all batches of a statement, from the bookmark of the earlier run if that run stopped at this place. */
        Walked walk(BatchedCode code, ScriptProgress before) throws SQLException, StatementFailure;

        void repeat(Statement setting, int number) throws StatementFailure;
    }

    /**
     * Represents a statement that runs in batches.
     *
     * @param number the place of the statement, from 1
     * @param resumed whether an earlier run may have begun it
     */
    record BatchedCode(Batch batch, Statement statement, int number, boolean resumed) {}

    /** Holds the number of rows that a statement in batches has changed, and the progress of the code. */
    record Walked(long changed, ScriptProgress progress) {}

    private final Engine engine;
    private final ScriptProgress earlier;
    private final List<Statement> said = new ArrayList<>();
    private ScriptProgress replayed = ScriptProgress.NONE;
    private ScriptProgress progress;

    CodeStatements(Engine engine, ScriptProgress earlier) {
        this.engine = engine;
        this.earlier = earlier;
        this.progress = earlier;
    }

    /** Ends the code and returns its progress. */
    ScriptProgress end() {
        if (said.size() < earlier.statements()) {
            throw engine.changed(earlier.statements());
        }
        return progress;
    }

    @Override
    public void take(Statement statement) throws SQLException, StatementFailure {
        said.add(statement);
        if (said.size() <= earlier.statements()) {
            passOver(statement);
            return;
        }
        if (said.size() == earlier.statements() + 1 && earlier.begun() != null) {
            progress = engine.resolve(said, progress);
        }
        if (progress.statements() < said.size()) {
            progress = engine.run(statement, said.size(), progress);
        }
    }

    @Override
    public Optional<CodeRunner.Batches> batches() {
        return Optional.of(this::walk);
    }

    private long walk(Batch batch, Statement statement) throws SQLException, StatementFailure {
        said.add(statement);
        if (said.size() <= earlier.statements()) {
            passOver(statement);
            return 0;
        }
        boolean resumed = said.size() == earlier.statements() + 1;
        Walked walked = engine.walk(new BatchedCode(batch, statement, said.size(), resumed), progress);
        progress = walked.progress();
        return walked.changed();
    }

    private void passOver(Statement statement) throws StatementFailure {
        replayed = replayed.and(statement);
        if (said.size() == earlier.statements() && !Objects.equals(replayed.digest(), earlier.digest())) {
            throw engine.changed(earlier.statements());
        }
        if (SettingStatement.is(statement.sql())) {
            engine.repeat(statement, said.size());
        }
    }

    @Override
    public void flush() {
        // each statement has been carried out already
    }
}
