package dev.athanor.migration.runner;

import dev.athanor.migration.error.MigrationException;
import dev.athanor.migration.history.Bookkeeping;
import dev.athanor.migration.history.Direction;
import dev.athanor.migration.history.ScriptProgress;
import dev.athanor.migration.history.UnfinishedScript;
import dev.athanor.migration.script.Placeholders;
import dev.athanor.migration.script.RevisionScript;
import dev.athanor.migration.script.Section;
import dev.athanor.migration.sql.Statement;
import java.util.List;
import java.util.Optional;

/** Records what a person has found out about a statement in doubt. */
final class StatementRepair {

    private final Bookkeeping books;
    private final RevisionScript script;
    private final Placeholders placeholders;

    StatementRepair(Bookkeeping books, RevisionScript script, Placeholders placeholders) {
        this.books = books;
        this.script = script;
        this.placeholders = placeholders;
    }

    void note(StatementOutcome outcome) {
        if (!note(Direction.UPGRADE, outcome) && !note(Direction.DOWNGRADE, outcome)) {
            throw new MigrationException(
                    "No statement of revision " + script.id() + " is in doubt.",
                    "Nothing was done. See what is pending with `migration status`.");
        }
    }

    private boolean note(Direction direction, StatementOutcome outcome) {
        Optional<UnfinishedScript> found = books.unfinished(direction, script.id())
                .filter(unfinished -> unfinished.progress().begun() != null);
        found.ifPresent(
                unfinished -> books.progress(unfinished.id(), after(direction, unfinished.progress(), outcome)));
        return found.isPresent();
    }

    private ScriptProgress after(Direction direction, ScriptProgress progress, StatementOutcome outcome) {
        if (outcome == StatementOutcome.NOT_DONE) {
            return progress.notBegun();
        }
        StatementInDoubt doubt =
                new StatementInDoubt(script, statements(direction), progress.statements(), placeholders);
        Statement statement = doubt.statement();
        if (statement == null) {
            throw new OutcomeUnknownException(doubt, true);
        }
        return progress.and(statement);
    }

    private List<Statement> statements(Direction direction) {
        if (direction == Direction.UPGRADE) {
            return script.upgrade().statements();
        }
        return script.downgrade().wayBack().map(Section::statements).orElse(List.of());
    }
}
