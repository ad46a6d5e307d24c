package dev.athanor.migration.autoconfigure.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.athanor.migration.error.MigrationException;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MessageQuestionTests {

    private final ByteArrayOutputStream asked = new ByteArrayOutputStream();
    private final PrintStream err = new PrintStream(asked, true, StandardCharsets.UTF_8);

    @Test
    void aPersonAtATerminalIsAsked() {
        MessageQuestion question = new MessageQuestion(err, Optional.of(() -> " add writing styles "));

        assertThat(question.ask()).isEqualTo("add writing styles");
        assertThat(asked.toString(StandardCharsets.UTF_8)).isEqualTo("What does the revision do? ");
    }

    @Test
    void aBlankAnswerOrNoneIsRefused() {
        refuses(new MessageQuestion(err, Optional.of(() -> "  ")));
        refuses(new MessageQuestion(err, Optional.of(() -> null)));
    }

    @Test
    void elsewhereTheErrorSaysHow() {
        refuses(new MessageQuestion(err, Optional.empty()));
        assertThat(asked.size()).isZero();
    }

    private static void refuses(MessageQuestion question) {
        assertThatExceptionOfType(MigrationException.class)
                .isThrownBy(question::ask)
                .withMessage("The new revision has no message.\n"
                        + "Say what it does: `migration revision -m \"add writing styles\"`.");
    }
}
