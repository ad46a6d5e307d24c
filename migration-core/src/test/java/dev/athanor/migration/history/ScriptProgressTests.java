package dev.athanor.migration.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.migration.sql.Statement;
import dev.athanor.migration.sql.StatementSplitter;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScriptProgressTests {

    private static final List<Statement> SCRIPT = StatementSplitter.split("SELECT 1; VACUUM; SELECT 3");

    @Test
    void aScriptThatBeginsTheSameIsResumed() {
        ScriptProgress progress = ScriptProgress.NONE.and(SCRIPT.get(0)).and(SCRIPT.get(1));

        assertThat(progress.matches(SCRIPT)).isTrue();
        assertThat(progress.matches(StatementSplitter.split("SELECT 1; VACUUM; SELECT 4")))
                .isTrue();
        assertThat(progress.matches(StatementSplitter.split("SELECT 2; VACUUM; SELECT 3")))
                .isFalse();
        assertThat(progress.matches(StatementSplitter.split("SELECT 1"))).isFalse();
    }

    @Test
    void aStatementThatHasBegunIsKnownAgain() {
        ScriptProgress begun = ScriptProgress.NONE.and(SCRIPT.get(0)).beginning(SCRIPT.get(1));

        assertThat(begun.begunIs(SCRIPT.get(1))).isTrue();
        assertThat(begun.begunIs(SCRIPT.get(2))).isFalse();
        assertThat(begun.matches(SCRIPT)).isTrue();
        assertThat(begun.notBegun()).isEqualTo(ScriptProgress.NONE.and(SCRIPT.get(0)));
        assertThat(begun.and(SCRIPT.get(1)).begun()).isNull();
    }
}
