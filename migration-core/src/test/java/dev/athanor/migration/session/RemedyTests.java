package dev.athanor.migration.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RemedyTests {

    private static final Path PAGE = Path.of("..", "docs", "operating.md");

    @Test
    void noStateHasTwoRemedies() {
        List<String> states = Stream.of(Remedy.values())
                .flatMap(remedy -> remedy.states().stream())
                .toList();

        assertThat(states).doesNotHaveDuplicates().allMatch(state -> state.matches("[0-9A-Z]{5}"));
    }

    /** Tests that the page shows the table of the code. If the test fails, the expected text belongs on the page. */
    @Test
    void theDocumentationShowsTheWholeTable() throws IOException {
        String table = Arrays.stream(Remedy.values())
                .map(RemedyTests::row)
                .collect(Collectors.joining("\n", "| SQLSTATE | what happened | what helps |\n|---|---|---|\n", "\n"));

        assertThat(Files.readString(PAGE)).contains(table);
    }

    private static String row(Remedy remedy) {
        String states = remedy.states().stream().collect(Collectors.joining("`, `", "`", "`"));
        return "| " + states + " | " + remedy.meaning() + " | "
                + remedy.help().replaceAll("<(\\w+)>(?=[^`]*(?:`[^`]*`[^`]*)*$)", "&lt;$1&gt;") + " |";
    }
}
