package dev.athanor.migration.runner;

import dev.athanor.migration.sql.Statement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * The statements of a {@code transactional = false} revision in Java, each carried out when it is said; those that an
 * earlier run has behind it are passed over.
 */
final class CodeStatements implements CodeRunner.StatementTarget {

    /** Carries out one statement, or finds out about one that was begun. */
    interface Engine {

        /** What it says where the code does not say any more what it said before it was broken off. */
        RuntimeException changed(int statements);

        Progress run(Statement statement, int number, Progress before) throws SQLException, StatementFailure;

        /** Where the earlier run's statement of that place was begun: whether it is done. */
        Progress resolve(List<Statement> said, Progress before) throws SQLException;

        void repeat(Statement setting, int number) throws StatementFailure;
    }

    private final Engine engine;
    private final Progress earlier;
    private final List<Statement> said = new ArrayList<>();
    private Progress replayed = Progress.NONE;
    private Progress progress;

    CodeStatements(Engine engine, Progress earlier) {
        this.engine = engine;
        this.earlier = earlier;
        this.progress = earlier;
    }

    /** The code is at its end. */
    void end() {
        if (said.size() < earlier.statements()) {
            throw engine.changed(earlier.statements());
        }
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
        // each has been carried out already
    }
}
