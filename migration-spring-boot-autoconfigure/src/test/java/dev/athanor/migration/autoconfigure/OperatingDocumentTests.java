package dev.athanor.migration.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.migration.autoconfigure.event.MigrationRequested;
import dev.athanor.migration.status.MigrationStatus.State;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the manual for operators names is there, and its code is the code that is tested. */
class OperatingDocumentTests {

    private static final Path DOCS = Path.of("..", "docs");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#]+)(?:#[^)]*)?\\)");
    private static final Pattern CODE = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);
    private static final Pattern ALERT = Pattern.compile("- alert: (\\w+)");

    @Test
    void itsLinksLeadSomewhere() throws IOException {
        assertThat(LINK.matcher(document()).results().map(link -> DOCS.resolve(link.group(1))))
                .isNotEmpty()
                .allMatch(Files::exists);
    }

    @Test
    void itsCodeIsTheTestedCode() throws IOException {
        String source = Files.readString(Path.of("src/test/java/dev/athanor/backup/BackupBeforeUpgrade.java"));

        assertThat(CODE.matcher(document()).results().map(code -> code.group(1)))
                .singleElement()
                .satisfies(code -> assertThat(source).endsWith(code));
    }

    @Test
    void everyStateAlertAndEventIsNamed() throws IOException {
        String rules = Files.readString(Path.of("..", "demo-app", "ops", "prometheus", "rules.yaml"));
        List<String> alerts = ALERT.matcher(rules)
                .results()
                .map(alert -> "| `" + alert.group(1) + "` |")
                .toList();

        assertThat(document()).contains(alerts);
        assertThat(document())
                .contains(Stream.of(State.values())
                        .map(state -> "| `" + state + "` |")
                        .toList());
        assertThat(document()).contains("`" + MigrationRequested.class.getSimpleName() + "`");
    }

    private static String document() throws IOException {
        return Files.readString(DOCS.resolve("operating.md"));
    }
}
